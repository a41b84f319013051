package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.text;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.engine.Verification;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MigrationVerifierTest {
  private static final Consumer<SchemaEditor> CREATE =
      schema -> schema.createTable("user", column("name", text()));
  private static final Consumer<SchemaEditor> DROP = schema -> schema.dropTable("user");

  private static WrittenMigrations migrations() {
    return new WrittenMigrations().add("M0001_Create", CREATE, DROP);
  }

  private static Schema schema(Consumer<SchemaEditor> steps) {
    return Operations.apply(SchemaEditor.record(steps), Schema.EMPTY);
  }

  private static Consumer<SchemaEditor> add(String column) {
    return schema -> schema.addColumn("user", column(column, text()));
  }

  private static Consumer<SchemaEditor> drop(String column) {
    return schema -> schema.dropColumn("user", column);
  }

  private static List<String> faults(MigrationSet set) {
    return assertThrows(BrokenMigrationsException.class, () -> MigrationVerifier.verify(set))
        .faults();
  }

  @Test
  void passesWhatFitsTogether() {
    WrittenMigrations good = migrations()
        .add("M0002_A", add("a"), drop("a"))
        .add("M0003_B", List.of("M0001_Create"), add("b"), drop("b"))
        .add("M0004_Merge", List.of("M0002_A", "M0003_B"), schema -> {}, schema -> {})
        .compiledWith(schema(schema -> schema.createTable(
            "user", column("b", text()), column("a", text()), column("name", text()))));

    assertDoesNotThrow(() -> MigrationVerifier.verify(good));
    assertDoesNotThrow(() -> MigrationVerifier.verify(new WrittenMigrations()));
  }

  @Test
  void knowsNothingOfASnapshotWithoutItsFingerprint() {
    assertDoesNotThrow(() -> MigrationVerifier.verify(migrations()));
  }

  @Test
  void namesWhatIsNotTheSnapshot() {
    WrittenMigrations edited = migrations().add("M0002_A", add("b"), drop("b"));
    edited.compiledWith(
        schema(schema -> schema.createTable("user", column("name", text()), column("a", text()))));

    BrokenMigrationsException broken =
        assertThrows(BrokenMigrationsException.class, () -> MigrationVerifier.verify(edited));

    assertEquals("""
        [lockstep:MigrationsContradict] the migrations of database "main" do not fit together
            the migrations do not lead to the schema of the snapshot: table user differs
            restore: bring back the migrations as they were generated
            or say what hand-written SQL does: schema.sql("...").meaning(effect -> ...)""", broken.getMessage());
  }

  @Test
  void namesADowngradeThatDoesNotLeadBack() {
    assertEquals(
        List.of("the downgrade of M0002_A does not lead back to what was before it: table user"
            + " differs"),
        faults(migrations().add("M0002_A", add("a"))));
    assertEquals(
        List.of("the downgrade of M0002_A cannot be applied: table \"user\" has no column \"b\""),
        faults(migrations().add("M0002_A", add("a"), drop("b"))));
  }

  @Test
  void namesAnUpgradeThatDoesNotFit() {
    List<String> faults = faults(migrations().add("M0002_A", drop("a")));

    assertEquals(1, faults.size());
    assertTrue(faults.get(0).startsWith("M0002_A cannot be applied: "), faults.get(0));
  }

  @Test
  void namesTwoThatDoNotCommute() {
    WrittenMigrations branches = migrations()
        .add("M0002_A", add("a"), drop("a"))
        .add(
            "M0003_Int",
            List.of("M0002_A"),
            schema -> schema.alterColumnType("user", "a", integer()),
            schema -> schema.alterColumnType("user", "a", text()))
        .add(
            "M0003_Uuid",
            List.of("M0002_A"),
            schema -> schema.alterColumnType("user", "a", SchemaElements.uuid()),
            schema -> schema.alterColumnType("user", "a", integer()));

    assertEquals(
        List.of("M0003_Int and M0003_Uuid do not lead to the same in either order: table user"
            + " differs"),
        faults(branches));
  }

  @Test
  void goesByTheMeaningOfHandWrittenSql() {
    String sql = "ALTER TABLE \"user\" ADD a text";
    Schema snapshot =
        schema(schema -> schema.createTable("user", column("name", text()), column("a", text())));
    WrittenMigrations declared = migrations()
        .add("M0002_A", schema -> schema.sql(sql).meaning(add("a")), drop("a"))
        .compiledWith(snapshot);
    WrittenMigrations unknown =
        migrations().add("M0002_A", schema -> schema.sql(sql), drop("a")).compiledWith(snapshot);
    WrittenMigrations without = migrations()
        .add("M0002_A", schema -> schema.sql(sql).meaning(effect -> {}), drop("a"))
        .compiledWith(snapshot);

    assertDoesNotThrow(() -> MigrationVerifier.verify(declared));
    assertEquals(
        List.of("the migrations do not lead to the schema of the snapshot: table user differs"),
        faults(unknown));
    assertEquals(
        List.of("the downgrade of M0002_A cannot be applied: table \"user\" has no column \"a\""),
        faults(without));
  }

  @Test
  void comparesASquashWithWhatItReplaces() {
    WrittenMigrations chain = migrations().add("M0002_A", add("a"), drop("a"));
    List<String> all = List.of("M0001_Create", "M0002_A");
    Consumer<SchemaEditor> both =
        schema -> schema.createTable("user", column("a", text()), column("name", text()));

    assertDoesNotThrow(() -> MigrationVerifier.verify(
        chain.copy(Set.copyOf(all)).squash("M0003_Squash", all, both, DROP)));
    assertEquals(
        List.of("M0003_Squash does not lead to where the migrations that it replaces do: table"
            + " user differs"),
        faults(chain.squash("M0003_Squash", all, CREATE, DROP)));
  }

  /** Each of its own kind of fault, at a line that the test can tell. */
  @SuppressWarnings({"InfiniteRecursion", "StaticAssignmentInConstructor"})
  static final class M0002_Faulty implements Migration {
    private final String fault;

    M0002_Faulty(String fault) {
      this.fault = fault;
    }

    @Override
    public void upgrade(SchemaEditor schema) {
      switch (fault) {
        case "throws" -> throw new UnsupportedOperationException("not today");
        case "calls what throws" -> List.of().get(0);
        case "recurs" -> upgrade(schema);
        case "fills" -> {
          while (!fault.isEmpty()) {
            schema.sql("SELECT 1");
          }
        }
        default -> {
          while (!fault.isEmpty()) {
            Thread.onSpinWait();
          }
        }
      }
    }

    @Override
    public void downgrade(SchemaEditor schema) {}
  }

  private static String broken(String fault) {
    WrittenMigrations set = migrations().add("M0002_Faulty", new M0002_Faulty(fault));
    Duration limit = fault.equals("spins") ? Duration.ofMillis(300) : Duration.ofMinutes(1);
    return String.valueOf(
        assertThrows(MigrationFailedException.class, () -> Verification.verify(set, limit))
            .getMessage());
  }

  @Test
  void namesTheLineThatThrows() {
    String message = broken("throws");
    assertTrue(
        message.matches("(?s)\\[lockstep:MigrationInvalid] M0002_Faulty cannot say what it does:"
            + " java\\.lang\\.UnsupportedOperationException: not today\n"
            + "    look at: MigrationVerifierTest\\.java:\\d+\n"
            + "    nothing was done with it"),
        message);
    for (String fault : List.of("calls what throws", "recurs", "fills")) {
      String other = broken(fault);
      assertTrue(other.contains("M0002_Faulty cannot say what it does: "), other);
      assertTrue(other.contains("look at: MigrationVerifierTest.java:"), other);
    }
    assertTrue(broken("fills").contains("it has more than 1000000 steps, so it may never end"));
  }

  @Test
  void namesTheLineThatDoesNotEnd() {
    String message = broken("spins");
    assertTrue(
        message.matches("(?s)\\[lockstep:MigrationInvalid] M0002_Faulty does not end: after 300 ms"
            + " it has not said what it does\n"
            + "    look at: MigrationVerifierTest\\.java:\\d+\n"
            + "    nothing was done with it"),
        message);
  }

  @Test
  void checkNamesItAsAFaultOfTheCode() {
    WrittenMigrations edited = migrations()
        .compiledWith(schema(schema -> schema.createTable("user", column("nick", text()))));
    Migrator migrator = Migrator.builder(Postgres.newDatabase(Postgres.NEWEST))
        .migrations(edited)
        .build();
    migrator.upgrade();
    migrator.upgrade();
    assertTrue(!edited.partsAsked());

    DriftReport report = migrator.check();

    assertEquals(List.of(), report.differences());
    assertEquals(Outcome.DRIFT, report.outcome());
    assertEquals("""
        schema public at M0001_Create: no drift
          fault of the code, not of the database: the migrations do not lead to the schema of the snapshot: table user differs""", report.toString());
  }
}
