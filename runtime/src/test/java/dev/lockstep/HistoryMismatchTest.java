package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A history that does not fit the code. */
class HistoryMismatchTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static <E extends LockstepException> E fails(
      Class<E> kind, DataSource database, MigrationSet set) {
    return assertThrows(kind, () -> migrator(database, set).upgrade());
  }

  @Fault(Scenario.HISTORY_EDITED)
  @ParameterizedTest
  @MethodSource("majors")
  void aChangedMigrationIsRefused(int major) {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    WrittenMigrations changed = Shop.migrations()
        .edit(SECOND, schema -> schema.addColumn("user", column("address", text())));

    HistoryMismatchException refusal = fails(HistoryMismatchException.class, database, changed);

    assertEquals("""
        [lockstep:MigrationChanged] M0002_AddAddressToUser is not what was applied here: the statements differ
            restore: bring back the file as it was applied, and write a new migration for the rest
            or, if this database already is what the file says now: repair M0002_AddAddressToUser
            differs: M0002_AddAddressToUser: recorded s1:N (1 step); in the code s1:N (1 step)""", refusal.getMessage().replaceAll("s1:[0-9a-f]{12}", "s1:N"));
    assertEquals(5, refusal.outcome().exitCode());
    assertEquals("1 changed", migrator(database, changed).status().summary());
    assertThrows(
        HistoryMismatchException.class, () -> migrator(database, changed).downgrade(1));
    assertThrows(
        HistoryMismatchException.class, () -> migrator(database, changed).check());

    assertEquals(List.of(SECOND), migrator(database, changed).forceStamp("head").recorded());
    assertEquals(List.of(SECOND), migrator(database, changed).upgrade().at());
  }

  @Fault(Scenario.DATABASE_AHEAD)
  @ParameterizedTest
  @MethodSource("majors")
  void aDatabaseThatIsAheadIsRefused(int major) {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    WrittenMigrations older = Shop.migrations().copy(Set.of(FIRST));

    HistoryMismatchException refusal = fails(HistoryMismatchException.class, database, older);

    assertEquals("DatabaseAhead", refusal.code());
    assertTrue(refusal.getMessage().contains(SECOND));
    assertEquals("1 unknown", migrator(database, older).status().summary());
    assertEquals(Outcome.HISTORY_MISMATCH, migrator(database, older).status().outcome());
    assertThrows(HistoryMismatchException.class, () -> migrator(database, older).stamp("head"));
  }

  @Test
  void aRenamedMigrationIsToldByItsStatements() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations before = new WrittenMigrations()
        .add("M0001_Initial", schema -> schema.createTable("a", column("x", text())))
        .add("M0002_AddB", schema -> schema.createTable("b", column("x", text())));
    WrittenMigrations after = new WrittenMigrations()
        .add("M0001_First", schema -> schema.createTable("a", column("x", text())))
        .add("M0002_AddB", schema -> schema.createTable("b", column("x", text())))
        .add("M0003_Other", schema -> schema.createTable("c", column("x", text())))
        .add("M0004_Broken", schema -> {
          throw new IllegalStateException("broken");
        });
    migrator(database, before).upgrade();

    HistoryMismatchException refusal = fails(HistoryMismatchException.class, database, after);

    assertEquals("""
        [lockstep:MigrationRenamed] what the database has applied was renamed: M0001_Initial is M0001_First in this code
            rename back: the file, its class, and the parents of what comes after it
            or, if both are meant to be: newer code was here: deploy it, or downgrade with it first""", refusal.getMessage());
    assertEquals(5, refusal.outcome().exitCode());
    for (Executable call : List.<Executable>of(
        () -> migrator(database, after).stamp("head"),
        () -> migrator(database, after).check(),
        () -> migrator(database, after).downgrade(1))) {
      assertEquals(
          refusal.getMessage(),
          assertThrows(HistoryMismatchException.class, call).getMessage());
    }
    assertEquals(List.of("false"), query(database, "SELECT (to_regclass('c') IS NOT NULL)::text"));
    assertTrue(migrator(database, before).upgrade().applied().isEmpty());
  }

  @Test
  void aMigrationWithoutStepsIsNotTakenForAnother() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, new WrittenMigrations().add("M0001_Empty", schema -> {})).upgrade();

    HistoryMismatchException refusal = fails(
        HistoryMismatchException.class,
        database,
        new WrittenMigrations().add("M0001_Void", schema -> {}));

    assertEquals("DatabaseAhead", refusal.code());
  }

  @Fault(Scenario.HISTORY_DROPPED)
  @ParameterizedTest
  @MethodSource("majors")
  void objectsWithoutAHistoryAreRefused(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    execute(database, "DROP TABLE lockstep_history");

    HistoryMismatchException refusal =
        fails(HistoryMismatchException.class, database, Shop.migrations());

    assertEquals("""
        [lockstep:ObjectsWithoutHistory] no migration is recorded, but tables that they create are there: public.user
            if they are what the migrations say: stamp M0002_AddAddressToUser (or an earlier revision)
            if not: use another schema or database""", refusal.getMessage());
    for (Executable call : List.<Executable>of(
        () -> migrator(database).status(),
        () -> migrator(database).check(),
        () -> migrator(database).downgrade(1),
        () -> migrator(database).downgradeTo("base"))) {
      assertEquals(
          refusal.getMessage(),
          assertThrows(HistoryMismatchException.class, call).getMessage());
    }
    assertEquals(
        List.of("false"),
        query(database, "SELECT (to_regclass('lockstep_history') IS NOT NULL)::text"));

    migrator(database).stamp("head");
    assertEquals(List.of(SECOND), migrator(database).upgrade().at());
  }

  /** They are looked for as they are, whatever they look like in SQL. */
  @ParameterizedTest
  @ValueSource(strings = {"a || b", "a' || 'b", "a\\b", "a.b", "\"a\""})
  void objectsOfHostileNamesAreFound(String table) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = new WrittenMigrations()
        .add("M0001", schema -> schema.createTable(table, column("id", bigint())));
    migrator(database, migrations).upgrade();
    execute(database, "DROP TABLE lockstep_history");

    HistoryMismatchException refusal = fails(HistoryMismatchException.class, database, migrations);

    assertEquals("ObjectsWithoutHistory", refusal.code());
    assertTrue(
        refusal.getMessage().lines().findFirst().orElseThrow().endsWith(": public." + table),
        refusal.getMessage());
  }

  @Test
  void tablesOfOthersDoNotMatter() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, "CREATE TABLE other (id int)");

    assertEquals(2, migrator(database).upgrade().applied().size());
  }

  @Fault(Scenario.HISTORY_EDITED)
  @ParameterizedTest
  @MethodSource("majors")
  void aHistoryTableOfAnotherKindIsRefused(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(database, "CREATE TABLE lockstep_history (nonsense int)");

    assertEquals(
        "HistoryUnreadable",
        fails(HistoryMismatchException.class, database, Shop.migrations()).code());
  }
}
