package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MigratorBuilderTest {
  @TempDir
  Path folder;

  /** A set as the processor would write it. */
  public static class Orders extends Named {
    public Orders() {
      super("orders", "shop");
    }
  }

  /** Another one. */
  public static class Users extends Named {
    public Users() {
      super("users", "");
    }
  }

  /** One with the name of another. */
  public static class MoreUsers extends Named {
    public MoreUsers() {
      super("users", "");
    }
  }

  private abstract static class Named implements MigrationSet {
    private final String name;
    private final String schema;

    Named(String name, String schema) {
      this.name = name;
      this.schema = schema;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String schema() {
      return schema;
    }

    @Override
    public List<Entry> entries() {
      return List.of(new Entry("M0001_" + name, List.of(), "", "t1:x"));
    }

    @Override
    public Migration migration(String id) {
      return Shop.migrations().migration(Shop.FIRST);
    }

    @Override
    public String schemaFingerprint() {
      return "";
    }
  }

  @Test
  void findsTheOnlySetAndItsSchema() throws Exception {
    Migrator migrator = with(Orders.class).build("");

    assertEquals(List.of("M0001_orders"), migrator.heads());
    assertEquals(
        "CREATE TABLE \"shop\".\"user\"",
        migrator.show("M0001").upgrade().get(0).substring(0, 26));
  }

  @Test
  void findsTheOneThatIsNamed() throws Exception {
    assertEquals(
        List.of("M0001_users"), with(Orders.class, Users.class).build("users").heads());
  }

  @Test
  void asksWhichOfSeveral() throws Exception {
    assertEquals("""
        [lockstep:SeveralDatabases] there are migrations of several databases: orders, users
            choose: Migrator.builder(dataSource).database("orders")
            choose: --database orders""", with(Users.class, Orders.class).refusal("").getMessage());
  }

  @Test
  void saysWhichThereAre() throws Exception {
    assertEquals("""
        [lockstep:DatabaseUnknown] there are no migrations of a database "main"
            known: orders, users""", with(Users.class, Orders.class).refusal("main").getMessage());
  }

  @Test
  void refusesTwoOfOneName() throws Exception {
    assertEquals(
        "DatabaseTwice", with(Users.class, MoreUsers.class).refusal("users").code());
  }

  @Test
  void saysWhatToDoWhereThereIsNone() throws Exception {
    assertEquals("""
        [lockstep:NoMigrations] no migration set is on the class path
            first migration: mvn compile -Dlockstep.migrate="Initial migration"
            on the module path: the module needs "provides dev.lockstep.MigrationSet with ...\"""", with().refusal("").getMessage());
  }

  @Test
  void saysThatABuildIsStale() throws Exception {
    assertEquals("MigrationsBroken", withNames("no.such.Migrations").refusal("").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "pg_x", "information_schema", "a\0b"})
  void refusesSchemasThatCannotBe(String schema) {
    assertEquals("SchemaName", schemaRefusal(schema).code());
  }

  @Test
  void countsTheBytesOfASchemasName() {
    assertEquals(
        "[lockstep:SchemaName] the name \"" + "é".repeat(32)
            + "\" of the target schema has 64 bytes, PostgreSQL keeps 63\n"
            + "    another one: @Database(schema = \"shop\")\n"
            + "    or: Migrator.builder(dataSource).schema(\"shop\"), or --schema shop",
        schemaRefusal("é".repeat(32)).getMessage());
    assertEquals(
        List.of(Shop.SECOND), builder().schema("é".repeat(31) + "x").build().heads());
  }

  @Test
  void refusesTheSchemaOfASetToo() {
    assertEquals(
        "SchemaName",
        assertThrows(
                UsageException.class,
                () -> Migrator.builder(Unreachable.DATABASE)
                    .migrations(new Named("main", "pg_x") {})
                    .build())
            .code());
  }

  private static UsageException schemaRefusal(String schema) {
    return assertThrows(UsageException.class, () -> builder().schema(schema).build());
  }

  private static Migrator.Builder builder() {
    return Migrator.builder(Unreachable.DATABASE).migrations(Shop.migrations());
  }

  @ParameterizedTest
  @CsvSource({
    "PT-1S, true, true",
    "PT0S, false, true",
    "PT0.0001S, false, true",
    "PT0.001S, false, false",
    "P24D, false, false",
    "P25D, true, true",
    "PT2562047788015215H, true, true",
  })
  void refusesLimitsOutOfRange(Duration limit, boolean asWait, boolean asTimeout) {
    assertEquals(asWait, isRefused(() -> builder().lockWait(limit)));
    assertEquals(asTimeout, isRefused(() -> builder().lockTimeout(limit)));
    assertEquals(asTimeout, isRefused(() -> builder().retryFor(limit)));
  }

  @Test
  void saysWhichLimitIsOutOfRange() {
    assertEquals(
        """
        [lockstep:LimitOutOfRange] lockTimeout cannot be PT0S: it is from 1 ms to 24 days
            as: lockTimeout(Duration.ofSeconds(30))""",
        assertThrows(UsageException.class, () -> builder().lockTimeout(Duration.ZERO))
            .getMessage());
  }

  private static boolean isRefused(Runnable call) {
    try {
      call.run();
      return false;
    } catch (UsageException e) {
      return e.code().equals("LimitOutOfRange");
    }
  }

  private Finder with(Class<?>... sets) throws IOException {
    return withNames(Stream.of(sets).map(Class::getName).toArray(String[]::new));
  }

  private Finder withNames(String... names) throws IOException {
    return new Finder(ServiceFinder.of(folder, List.of(names)));
  }

  /** Builds migrators where certain services are found. */
  private record Finder(ServiceFinder services) {
    Migrator build(String name) throws IOException {
      return services.during(
          () -> Migrator.builder(Unreachable.DATABASE).database(name).build());
    }

    UsageException refusal(String name) {
      return assertThrows(UsageException.class, () -> build(name));
    }
  }
}
