package dev.lockstep;

import static dev.lockstep.MigrationInParts.DOWN;
import static dev.lockstep.MigrationInParts.THIRD;
import static dev.lockstep.MigrationInParts.UP;
import static dev.lockstep.MigrationInParts.catalog;
import static dev.lockstep.MigrationInParts.endOthers;
import static dev.lockstep.MigrationInParts.heard;
import static dev.lockstep.MigrationInParts.history;
import static dev.lockstep.MigrationInParts.indexes;
import static dev.lockstep.MigrationInParts.migrations;
import static dev.lockstep.MigrationInParts.shop;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations that run in parts, whole and cut. */
class PartWayTest {
  /** What ends a run at a step. */
  private enum Cut {
    BY_LISTENER,
    BY_SERVER
  }

  static List<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void goesUpAndDownAgainWithRows(int major) throws SQLException {
    DataSource database = shop(major);
    String before = catalog(database);
    List<Integer> steps = new ArrayList<>();

    UpgradeReport up = heard(database, steps::add).upgrade();

    assertEquals(List.of(THIRD), up.at());
    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7), steps);
    assertEquals(
        List.of("user_address_key", "user_email_key", "user_note", "user_pkey"), indexes(database));
    assertTrue(history(database).get(2).startsWith(THIRD + " 3 applied 7 7 t s1:"));
    assertEquals(
        "up to date, 3 applied", migrator(database, migrations()).status().summary());
    assertEquals(
        List.of("t"),
        query(database, "SELECT convalidated FROM pg_constraint WHERE conname = 'user_age'"));

    steps.clear();
    DowngradeReport down = heard(database, steps::add).downgrade(1);

    assertEquals(List.of(SECOND), down.at());
    assertEquals(List.of(1, 2, 3, 4, 5), steps);
    assertEquals(before, catalog(database));
    assertEquals(List.of("50"), query(database, "SELECT count(*) FROM \"user\""));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anUpgradeThatIsCutAnywhereGoesOn(int major) throws SQLException {
    DataSource undisturbed = shop(major);
    migrator(undisturbed, migrations()).upgrade();
    for (Cut cut : Cut.values()) {
      for (int step = 1; step <= UP; step++) {
        DataSource database = shop(major);
        MigrationFailedException failure = cut(database, cut, step, Migrator::upgrade);
        assertEquals(
            step == 1 ? Outcome.FAILED : Outcome.PART_WAY, failure.outcome(), cut + " at " + step);

        List<Integer> steps = new ArrayList<>();
        heard(database, steps::add).upgrade();

        // Steps 3 and 4 share a transaction.
        assertEquals(step == 4 ? 3 : step, steps.get(0), cut + " at " + step);
        assertEquals(catalog(undisturbed), catalog(database), cut + " at " + step);
        assertEquals(history(undisturbed), history(database), cut + " at " + step);
      }
    }
  }

  @Test
  void whatFollowsAResumedMigrationComesNext() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    cut(database, Cut.BY_LISTENER, UP, Migrator::upgrade);

    migrator(database, migrations().add("M0004_More", schema -> {})).upgrade();

    assertEquals(
        List.of("1", "2", "3", "4"),
        query(database, "SELECT ordinal FROM lockstep_history ORDER BY ordinal"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aDowngradeThatIsCutAnywhereGoesOn(int major) throws SQLException {
    DataSource undisturbed = shop(major);
    for (Cut cut : Cut.values()) {
      for (int step = 1; step <= DOWN; step++) {
        DataSource database = shop(major);
        migrator(database, migrations()).upgrade();
        MigrationFailedException failure =
            cut(database, cut, step, migrator -> migrator.downgrade(1));
        assertEquals(
            step <= 3 ? Outcome.FAILED : Outcome.PART_WAY, failure.outcome(), cut + " at " + step);

        List<Integer> steps = new ArrayList<>();
        heard(database, steps::add).downgrade(1);

        assertEquals(step <= 3 ? 1 : step, steps.get(0), cut + " at " + step);
        assertEquals(catalog(undisturbed), catalog(database), cut + " at " + step);
        assertEquals(history(undisturbed), history(database), cut + " at " + step);
      }
    }
  }

  @Fault(Scenario.KILL_IN_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void anIndexWhoseAnswerWasLostIsNotBuiltAgain(int major) throws Exception {
    DataSource database = shop(major);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      proxy.loseAnswerTo("CREATE INDEX CONCURRENTLY \"user_note\" ON \"public\".\"user\" (\"note\","
          + " (lower(email)) DESC) WHERE (age > 0)");
      Migrator migrator = Shop.builder(proxy.dataSource())
          .migrations(migrations())
          .retryFor(Shop.ONE_CONNECTION)
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("StoppedPartWay", failure.code());
    }
    endOthers(database);
    String number = "SELECT 'user_note'::regclass::oid";
    List<String> built = query(database, number);
    assertEquals("1 part-way", migrator(database, migrations()).status().summary());

    migrator(database, migrations()).upgrade();

    assertEquals(built, query(database, number));
    assertEquals(
        "up to date, 3 applied", migrator(database, migrations()).status().summary());
  }

  @Fault(Scenario.KILL_IN_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void whatACutBuildLeftIsReplaced(int major) throws SQLException {
    DataSource database = shop(major);
    cut(database, Cut.BY_LISTENER, 2, Migrator::upgrade);
    assertThrows(
        SQLException.class,
        () -> execute(database, "CREATE UNIQUE INDEX CONCURRENTLY user_note ON \"user\" (age)"));
    assertTrue(indexes(database).contains("user_note INVALID"));

    migrator(database, migrations()).upgrade();

    assertTrue(indexes(database).contains("user_note"));
    assertTrue(
        query(database, "SELECT pg_get_indexdef('user_note'::regclass)").get(0).contains("lower"));
  }

  @Fault(Scenario.DUPLICATES)
  @ParameterizedTest
  @MethodSource("majors")
  void duplicatesAreNamedAndNoIndexStays(int major) throws SQLException {
    DataSource database = shop(major);
    execute(database, "UPDATE \"user\" SET address = 'same' WHERE id < 3");
    Migrator migrator = migrator(database, migrations());

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);

    assertEquals("""
        [lockstep:StoppedPartWay] M0003_Notes stopped part-way, 5 of 7 steps are committed: could not create unique index "user_address"; Detail: Key (address)=(same) is duplicated. (23505)
            statement: CREATE UNIQUE INDEX CONCURRENTLY "user_address" ON "public"."user" ("address")
            find them: SELECT "address", count(*) FROM "user" GROUP BY "address" HAVING count(*) > 1
            before it in this run: nothing
            next upgrade: goes on with step 6 of M0003_Notes""", failure.getMessage());
    assertEquals(6, failure.outcome().exitCode());
    assertEquals(List.of("user_email_key", "user_note", "user_pkey"), indexes(database));
    assertEquals("1 part-way", migrator.status().summary());

    execute(database, "UPDATE \"user\" SET address = 'other' WHERE id = 1");
    assertEquals(List.of(THIRD), migrator.upgrade().at());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void anIndexOfAnotherKindIsNotTakenForIts(int major) throws SQLException {
    DataSource database = shop(major);
    execute(database, "CREATE INDEX user_address ON \"user\" (address)");

    MigrationFailedException failure = assertThrows(
        MigrationFailedException.class, () -> migrator(database, migrations()).upgrade());

    assertEquals("""
        [lockstep:StoppedPartWay] M0003_Notes stopped part-way, 5 of 7 steps are committed: an index "public"."user_address" is there that this migration did not make: CREATE INDEX user_address ON public."user" USING btree (address)""", failure.getMessage().lines().findFirst().orElseThrow());
    assertTrue(indexes(database).contains("user_address"));

    execute(
        database,
        "DROP INDEX user_address; CREATE UNIQUE INDEX user_address ON \"user\" (address)");
    assertEquals(List.of(THIRD), migrator(database, migrations()).upgrade().at());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(note, lower(email)) WHERE age > 0",
        "(note, lower(email) DESC)",
        "(note, lower(email) DESC) WHERE age > 1",
        "USING hash (note) WHERE age > 0"
      })
  void anIndexOnSomethingElseIsNotTakenForIts(String definition) throws SQLException {
    DataSource database = shop(Postgres.OLDEST);
    cut(database, Cut.BY_LISTENER, 2, Migrator::upgrade);
    execute(database, "CREATE INDEX user_note ON \"user\" " + definition);

    assertTrue(refused(() -> migrator(database, migrations()).upgrade())
        .contains("is there that this migration did not make: CREATE INDEX user_note"));
  }

  @Test
  void whatNobodyKnowsToTakeBackAndOtherTargetsAreRefused() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    cut(database, Cut.BY_LISTENER, 3, Migrator::upgrade);
    Migrator migrator = migrator(database, migrations());
    String goOn = """
        [lockstep:PartWay] M0003_Notes was left half-way while upgrading: 2 of 7 steps are committed
            go on with it: upgrade M0003_Notes
            or bring the database by hand to where it is applied, then: stamp M0003_Notes""";

    assertEquals(goOn, refused(() -> migrator.downgrade(1)));
    assertEquals(goOn, refused(() -> migrator.downgradeTo(FIRST)));
    assertEquals(goOn, refused(() -> migrator.upgradeTo(SECOND)));
    assertEquals(goOn, refused(migrator::check));

    migrator.upgrade();
    cut(database, Cut.BY_LISTENER, 4, down -> down.downgrade(1));
    assertEquals("""
        [lockstep:PartWay] M0003_Notes was left half-way while downgrading: 3 of 5 steps are committed
            go on with it: downgrade -1
            or take back what is done: upgrade M0003_Notes""", refused(() -> migrator.upgradeTo(SECOND)));
    assertEquals(List.of(SECOND), migrator.downgradeTo(SECOND).at());
  }

  @Test
  void otherStatementsThanThoseBegunAreRefused() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    cut(database, Cut.BY_LISTENER, 3, Migrator::upgrade);
    WrittenMigrations changed =
        migrations().edit(THIRD, schema -> schema.dropIndexConcurrently("user_note"));

    HistoryMismatchException failure = assertThrows(
        HistoryMismatchException.class, () -> migrator(database, changed).upgrade());

    assertEquals("""
        [lockstep:MigrationChanged] M0003_Notes is not what was begun here: the statements differ, and 2 of 7 steps are committed
            restore: bring back the file as it was begun, and write a new migration for the rest
            or bring the database by hand to where it is applied, then: stamp M0003_Notes""", failure.getMessage());
  }

  @Test
  void aDowngradeWithOtherStatementsThanThoseBegunIsRefused() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    migrator(database, migrations()).upgrade();
    cut(database, Cut.BY_LISTENER, 4, migrator -> migrator.downgrade(1));
    WrittenMigrations same = migrations().withFingerprint(THIRD, "t1:other comments");
    WrittenMigrations changed = Shop.migrations()
        .add(THIRD, schema -> {}, schema -> schema.dropIndexConcurrently("user_note"))
        .withFingerprint(THIRD, "t1:changed");

    assertEquals(
        "MigrationChanged",
        assertThrows(
                HistoryMismatchException.class,
                () -> migrator(database, changed).downgrade(1))
            .code());
    assertEquals(List.of(SECOND), migrator(database, same).downgrade(1).at());
  }

  @Test
  void aHistoryThatAnotherChangesStopsIt() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    Migrator migrator = heard(database, step -> {
      if (step == 5) {
        run(database, "UPDATE lockstep_history SET steps_done = 1 WHERE state = 'upgrading'");
      }
    });

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);

    assertEquals("HistoryMoved", failure.code());
    assertEquals(Outcome.PART_WAY, failure.outcome());
    assertEquals(
        List.of("f"),
        query(database, "SELECT convalidated FROM pg_constraint WHERE conname = 'user_age'"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void oneOfSeveralProcessesBuildsAndTheOthersWait(int major) throws Exception {
    DataSource database = shop(major);
    ExecutorService processes = Executors.newFixedThreadPool(4);
    List<Future<UpgradeReport>> running = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      running.add(processes.submit(() -> migrator(database, migrations()).upgrade()));
    }

    int applied = 0;
    for (Future<UpgradeReport> each : running) {
      assertEquals(List.of(THIRD), each.get().at());
      applied += each.get().applied().size();
    }
    processes.shutdown();

    assertEquals(1, applied);
  }

  @Fault(Scenario.SETTINGS_OF_THE_ROLE)
  @ParameterizedTest
  @MethodSource("majors")
  void aBorrowedConnectionGetsItsSettingsBack(int major) throws SQLException {
    DataSource database = shop(major);
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("SET search_path = pg_catalog, \"it's\"; SET lock_timeout = '7s'");

      Migrator.builder(connection).migrations(migrations()).build().upgrade();

      try (var rows = statement.executeQuery(
          "SELECT current_setting('search_path'), current_setting('lock_timeout')")) {
        rows.next();
        assertEquals("pg_catalog, \"it's\"", rows.getString(1));
        assertEquals("7s", rows.getString(2));
      }
    }
  }

  private interface Run {
    void on(Migrator migrator);
  }

  /** Runs until that step begins. */
  private static MigrationFailedException cut(DataSource database, Cut cut, int at, Run run) {
    Migrator migrator = heard(database, step -> {
      if (step == at && cut == Cut.BY_LISTENER) {
        throw new IllegalStateException("cut");
      }
      if (step == at) {
        endOthers(database);
      }
    });
    return assertThrows(MigrationFailedException.class, () -> run.on(migrator));
  }

  private static String refused(Runnable run) {
    return assertThrows(MigrationFailedException.class, run::run).getMessage();
  }

  private static void run(DataSource database, String sql) {
    try {
      execute(database, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
