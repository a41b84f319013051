package dev.lockstep;

import static dev.lockstep.MigrationInParts.endOthers;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A backfill that is cut, and one beside an application at work. */
class BackfillUnderWayTest {
  private static final String ONE = "M0001_Fill";
  private static final int BATCH = 3;

  /** Makes three batches of a pass. */
  private static final int LARGE = 7;

  /** Notes each update of a row. */
  private static final String SPY = """
      CREATE TABLE spy (id text);
      CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO spy VALUES (NEW.id);
        RETURN NEW;
      END $$;
      CREATE TRIGGER look AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION look()""";

  private static final String KEYED = """
      CREATE TABLE t (id text, part int, v text, PRIMARY KEY (part, id));
      INSERT INTO t SELECT 'it''s \\' || n, n % 2 FROM generate_series(1, 20) AS n;
      """ + SPY;

  /** Some rows of a size that leaves a block to few of them. */
  private static final String UNKEYED = """
      CREATE TABLE t (id text, filler text, v text);
      ALTER TABLE t ALTER filler SET STORAGE PLAIN;
      INSERT INTO t SELECT n, repeat('x', 4000) FROM generate_series(1, 20) AS n;
      ANALYZE t;
      """ + SPY;

  private static final String PARTITIONED = """
      CREATE TABLE t (id int PRIMARY KEY, v text) PARTITION BY RANGE (id);
      CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (8) TO (100);
      CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (8);
      INSERT INTO t SELECT n FROM generate_series(1, 20) AS n;
      """ + SPY;

  /** What ends a run after a batch. */
  private enum Cut {
    BY_LISTENER,
    BY_SERVER
  }

  static List<Integer> majors() {
    return Postgres.majors();
  }

  static List<Object[]> cuts() {
    List<Object[]> all = new ArrayList<>();
    for (int major : Postgres.majors()) {
      for (String tables : List.of(KEYED, UNKEYED, PARTITIONED)) {
        for (Cut cut : Cut.values()) {
          all.add(new Object[] {major, tables, cut});
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void aRunThatIsCutAfterAnyBatchGoesOnBehindIt(int major, String tables, Cut cut)
      throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    for (int after = 1; after <= 6; after++) {
      execute(
          database,
          "DROP TABLE IF EXISTS t, spy, lockstep_history; DROP FUNCTION IF EXISTS look; " + tables);
      List<StepProgress> before = new ArrayList<>();
      int batches = after;
      MigrationFailedException failure = assertThrows(
          MigrationFailedException.class,
          () -> run(database, progress -> {
            before.add(progress);
            if (before.size() == batches) {
              end(database, cut);
            }
          }));
      assertEquals("StoppedPartWay", failure.code());
      assertEquals(Outcome.PART_WAY, failure.outcome());

      List<StepProgress> later = new ArrayList<>();
      run(database, LARGE, later::add);

      StepProgress last = before.get(after - 1);
      StepProgress next = later.get(0);
      if (next.unit().equals(last.unit())) {
        assertTrue(next.done() > last.done(), next + " after " + last);
      }
      // Nothing is done twice, and nothing left out.
      assertEquals(
          List.of("20 20"),
          query(database, "SELECT count(*) || ' ' || count(DISTINCT id) FROM spy"));
      assertEquals(List.of("20"), query(database, "SELECT count(*) FROM t WHERE v = 'v' || id"));
      assertEquals(
          List.of("applied 1 -"),
          query(
              database,
              "SELECT concat_ws(' ', state, steps_done, COALESCE(batch_cursor, '-')) FROM lockstep_history"));
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aKeyThatIsGoneMeanwhileIsDoneWithout(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(database, KEYED);
    assertThrows(
        MigrationFailedException.class,
        () -> run(database, progress -> {
          throw new IllegalStateException("cut");
        }));
    execute(database, "ALTER TABLE t DROP CONSTRAINT t_pkey");

    run(database, progress -> {});

    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void rowsThatAreLockedWaitForTheSecondPass(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(database, KEYED);
    List<String> open = new ArrayList<>();
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      execute(application, "UPDATE t SET part = part WHERE part = 1");

      run(database, progress -> {
        if (!progress.unit().equals("rows") && open.isEmpty()) {
          open.addAll(found(database, "SELECT DISTINCT part FROM t WHERE v IS NULL"));
          execute(application, "COMMIT");
        }
      });
    }
    assertEquals(List.of("1"), open);
    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whoKeepsARowLockedIsNamedAndTheBatchTriedAgain(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(database, KEYED);
    List<String> reasons = new ArrayList<>();
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      // The version that it leaves is another than the one that the batch meets.
      execute(application, "SET application_name = 'till'; UPDATE t SET part = 1 WHERE part = 1");
      Migrator migrator = Shop.builder(database)
          .migrations(BackfillTest.fill("'v' || id"))
          .backfillBatch(BATCH)
          .lockTimeout(Duration.ofMillis(20))
          .listener(new MigrationListener() {
            @Override
            public void retrying(String revision, String reason, Duration pause) {
              reasons.add(reason);
              if (reasons.size() == 2) {
                execute(application, "COMMIT");
              }
            }
          })
          .build();

      migrator.upgrade();
    }
    assertEquals(2, reasons.size());
    assertTrue(reasons.get(0).contains("(till, "), reasons.get(0));
    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  @Test
  void whoNeverLetsGoOfARowStopsItPartWay() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, KEYED);
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      execute(application, "SELECT FROM t WHERE part = 1 FOR UPDATE");
      Migrator migrator = Shop.builder(database)
          .migrations(BackfillTest.fill("'v' || id"))
          .lockTimeout(Duration.ofMillis(10))
          .retryFor(Duration.ofMillis(50))
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("Blocked", failure.code());
      assertEquals(1, failure.failure().blockedBy().size());
      assertEquals(List.of("10"), query(database, "SELECT count(v) FROM t"));
    }
    run(database, progress -> {});
    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  /** Retries count from the last batch that was done, not from the beginning of the step. */
  @Test
  void aLongBackfillMayMeetALockLate() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, KEYED);
    AtomicBoolean blocked = new AtomicBoolean();
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      Migrator migrator = Shop.builder(database)
          .migrations(BackfillTest.fill("'v' || id"))
          .backfillBatch(BATCH)
          .backfillPause(Duration.ofMillis(30))
          .lockTimeout(Duration.ofMillis(10))
          .retryFor(Duration.ofMillis(80))
          .listener(new MigrationListener() {
            @Override
            public void progress(String revision, StepProgress progress) {
              if (progress.done() == 12 && !blocked.get()) {
                execute(application, "LOCK TABLE t");
              }
            }

            @Override
            public void retrying(String revision, String reason, Duration pause) {
              blocked.set(true);
              execute(application, "COMMIT");
            }
          })
          .build();

      migrator.upgrade();
    }
    assertTrue(blocked.get());
    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  @Test
  void anInterruptEndsItBetweenTwoBatches() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, KEYED);

    MigrationFailedException failure = assertThrows(
        MigrationFailedException.class,
        () -> run(database, progress -> Thread.currentThread().interrupt()));

    assertTrue(Thread.interrupted());
    assertEquals("""
        [lockstep:Interrupted] M0001_Fill stopped part-way, 0 of 1 step is committed: interrupted: the run was cancelled (57014)
            statement: UPDATE "public"."t" SET "v" = ('v' || id) WHERE "v" IS NULL
            before it in this run: nothing
            next upgrade: goes on with step 1 of M0001_Fill; downgrade: takes back what is done""", failure.getMessage());
    assertEquals(List.of("3"), query(database, "SELECT count(v) FROM t"));
    run(database, progress -> {});
    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  @Test
  void aValueThatCannotBeStopsItAndGoesOnOnceTheRowIsMended() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, PARTITIONED);
    execute(database, "UPDATE t SET id = 0 WHERE id = 1; TRUNCATE spy");
    Migrator migrator = BackfillTest.batched(database, "(100 / id)::text", BATCH);

    assertEquals(
        "22012",
        assertThrows(MigrationFailedException.class, migrator::upgrade)
            .failure()
            .sqlState());
    // The partition that was made first comes first.
    assertEquals(List.of("13"), query(database, "SELECT count(v) FROM t"));
    execute(database, "UPDATE t SET id = 1 WHERE id = 0");
    migrator.upgrade();

    assertEquals(List.of("20"), query(database, "SELECT count(v) FROM t"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aHistoryOfAnOlderVersionGetsItsColumnWhenItIsNeeded(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations migrations = Shop.migrations();
    Shop.migrator(database, migrations).upgradeTo(Shop.FIRST);
    execute(database, "ALTER TABLE lockstep_history DROP batch_cursor");
    String column = "SELECT count(*) FROM pg_attribute"
        + " WHERE attrelid = 'lockstep_history'::regclass AND attname = 'batch_cursor'";
    Shop.migrator(database, migrations).upgrade();
    assertEquals(List.of("0"), query(database, column));

    migrations.add("M0003_Fill", schema -> {
      schema.backfill("user", "address", "'?'");
      schema.setNotNull("user", "address");
    });
    Shop.migrator(database, migrations).upgrade();

    assertEquals(List.of("1"), query(database, column));
    assertEquals(Outcome.DONE, Shop.migrator(database, migrations).status().outcome());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aDowngradeFillsInBatchesToo(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(database, KEYED);
    WrittenMigrations migrations = new WrittenMigrations()
        .add(ONE, schema -> schema.sql("UPDATE t SET v = NULL"), schema -> {
          schema.backfill("t", "v", "'down'");
          schema.sql("ALTER TABLE t ALTER v SET NOT NULL");
        });
    Migrator migrator = Shop.builder(database)
        .migrations(migrations)
        .backfillBatch(BATCH)
        .listener(cutting(3))
        .build();
    migrator.upgrade();

    assertThrows(MigrationFailedException.class, () -> migrator.downgrade(1));
    assertEquals(List.of("9"), query(database, "SELECT count(v) FROM t"));
    Shop.migrator(database, migrations).downgrade(1);

    assertEquals(List.of("20"), query(database, "SELECT count(*) FROM t WHERE v = 'down'"));
    assertEquals(List.of(), query(database, "SELECT revision FROM lockstep_history"));
  }

  private static MigrationListener cutting(int batches) {
    return new MigrationListener() {
      private int seen;

      @Override
      public void progress(String revision, StepProgress progress) {
        seen++;
        if (seen == batches) {
          throw new IllegalStateException("cut");
        }
      }
    };
  }

  private static void run(DataSource database, Consumer<StepProgress> heard) {
    run(database, BATCH, heard);
  }

  private static void run(DataSource database, int rows, Consumer<StepProgress> heard) {
    Shop.builder(database)
        .migrations(BackfillTest.fill("'v' || id"))
        .backfillBatch(rows)
        .backfillPause(Duration.ZERO)
        .retryFor(Shop.ONE_CONNECTION)
        .listener(new MigrationListener() {
          @Override
          public void progress(String revision, StepProgress progress) {
            heard.accept(progress);
          }
        })
        .build()
        .upgrade();
  }

  private static void end(DataSource database, Cut cut) {
    if (cut == Cut.BY_LISTENER) {
      throw new IllegalStateException("cut");
    }
    endOthers(database);
  }

  private static List<String> found(DataSource database, String sql) {
    try {
      return query(database, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    Shop.execute(database, sql);
  }

  private static void execute(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
