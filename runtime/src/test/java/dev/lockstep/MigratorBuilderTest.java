package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
