package dev.lockstep;

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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one-shot repair of one row of the history, and what is no case for it. */
class RepairTest {
  private static final String LOG =
      "SELECT concat_ws(' ', migration_set, revision, checksum_before <> checksum_after,"
          + " steps_before, steps_after, database_user) FROM lockstep_repair";

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);
  private final WrittenMigrations edited = Shop.migrations().edit(SECOND, schema -> {
    schema.addColumn("user", column("address", text()));
    schema.addColumn("user", column("note", text()));
  });

  private String refusalOf(String revision) {
    return assertThrows(
            LockstepException.class, () -> migrator(database, edited).repair(revision))
        .code();
  }

  @Fault(Scenario.HISTORY_EDITED)
  @ParameterizedTest
  @EnumSource(
      value = LockKind.class,
      names = {"ADVISORY", "LEASE"})
  void recordsThatOneAsTheCodeHasIt(LockKind lock) throws SQLException {
    Migrator before =
        Migrator.builder(database).migrations(Shop.migrations()).lock(lock).build();
    before.upgrade();
    Migrator after = Migrator.builder(database).migrations(edited).lock(lock).build();

    RepairReport report = after.repair(SECOND);

    assertEquals(1, report.before().steps());
    assertEquals(2, report.after().steps());
    assertTrue(
        report
            .toString()
            .matches(SECOND + " is recorded as the code has it\n"
                + "  was: s1:[0-9a-f]{64}, 1 step\n  is:  s1:[0-9a-f]{64}, 2 steps"),
        report.toString());
    assertEquals(List.of(SECOND), after.upgrade().at());
    assertEquals(List.of("main " + SECOND + " t 1 2 postgres"), query(database, LOG));
    assertThrows(HistoryMismatchException.class, before::upgrade);
    assertEquals("NothingToRepair", refusalOf(SECOND));
    assertEquals(1, query(database, LOG).size());
  }

  @Fault(Scenario.HISTORY_EDITED)
  @Test
  void leavesOthersAsTheyAre() {
    migrator(database).upgrade();
    WrittenMigrations both = edited.edit(FIRST, schema -> schema.createTable("user"));

    migrator(database, both).repair(SECOND);

    HistoryMismatchException refusal =
        assertThrows(HistoryMismatchException.class, migrator(database, both)::upgrade);
    assertTrue(refusal.getMessage().contains("now: repair " + FIRST), refusal.getMessage());
  }

  @Fault(Scenario.HISTORY_EDITED)
  @Test
  void refusesWhatIsNoneToRepair() throws SQLException {
    assertEquals("RevisionNotApplied", refusalOf(SECOND));
    migrator(database).upgrade();
    assertEquals("NothingToRepair", refusalOf(FIRST));
    for (String typed : List.of("M0002", "head", "base", "", "*")) {
      assertEquals("RepairNeedsId", refusalOf(typed));
    }
    execute(
        database,
        "UPDATE lockstep_history SET state = 'upgrading' WHERE revision = '" + SECOND + "'");
    assertEquals("PartWay", refusalOf(SECOND));
    assertEquals(
        List.of(), query(database, "SELECT 1 WHERE to_regclass('lockstep_repair') IS NOT NULL"));
  }

  /** What no run writes, and a hand may have: refused, with what was found. */
  @Fault(Scenario.HISTORY_EDITED)
  @TestFactory
  Stream<DynamicTest> refusesADamagedHistory() {
    return Stream.of(
            "state = 'done' | HistoryUnreadable",
            "revision = 'M0002_Other' | MigrationRenamed",
            "revision = 'M0009_Other', checksum = 's1:0' | DatabaseAhead",
            "checksum = 's9:abc' | MigrationChanged",
            "checksum = '' | MigrationChanged")
        .map(line -> line.split(" \\| "))
        .map(parts -> DynamicTest.dynamicTest(parts[0], () -> {
          DataSource damaged = Postgres.newDatabase(Postgres.NEWEST);
          migrator(damaged).upgrade();
          execute(
              damaged,
              "UPDATE lockstep_history SET fingerprint = '', " + parts[0] + " WHERE revision = '"
                  + SECOND + "'");
          LockstepException refusal =
              assertThrows(LockstepException.class, migrator(damaged)::upgrade);
          assertEquals(parts[1], refusal.code(), refusal.getMessage());
          assertEquals(Outcome.HISTORY_MISMATCH, refusal.outcome());
        }));
  }
}
