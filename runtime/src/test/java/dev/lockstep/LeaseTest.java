package dev.lockstep;

import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.TransactionPooler;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A lease: who holds it, who takes it over, and what the former holder can still do. */
class LeaseTest {
  private static final String OVER = "UPDATE lockstep_lease SET expires_at = '-infinity'";
  private static final String TAKEN =
      "UPDATE lockstep_lease SET token = token + 1, holder = 'another', expires_at = 'infinity'";
  private static final String HISTORY =
      "SELECT revision || ' ' || ordinal || ' ' || state FROM lockstep_history ORDER BY ordinal";
  private static final List<String> DONE = List.of(FIRST + " 1 applied", SECOND + " 2 applied");

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static Migrator.Builder lease(DataSource database) {
    return Migrator.builder(database)
        .migrations(Shop.migrations())
        .lock(LockKind.LEASE)
        .lockWait(Duration.ZERO);
  }

  /** Its holder is somebody else, whose time never ends. */
  private static DataSource held(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    lease(database).build().upgradeTo("M0001");
    execute(database, TAKEN);
    return database;
  }

  private static MigrationListener atStart(String of, Runnable work) {
    return new MigrationListener() {
      @Override
      public void migrationStarted(Direction direction, String revision, int number, int total) {
        if (revision.equals(of)) {
          work.run();
        }
      }
    };
  }

  private static void run(DataSource database, String sql) {
    try {
      execute(database, sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a process that was killed: the server knows nothing of that and goes on. */
  @Test
  void whoTakesItOverEndsWhatItsHolderLeftRunning() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    lease(database).build().upgradeTo("M0001");
    try (Connection former = database.getConnection();
        var statement = former.createStatement()) {
      statement.execute("UPDATE lockstep_lease SET token = token + 1, holder = 'gone',"
          + " worker_pid = pg_backend_pid(), worker_started = (SELECT backend_start"
          + " FROM pg_stat_activity WHERE pid = pg_backend_pid())");
      CompletableFuture<SQLException> end = CompletableFuture.supplyAsync(
          () -> assertThrows(SQLException.class, () -> statement.execute("SELECT pg_sleep(60)")));

      lease(database).build().upgrade();

      assertEquals("57P01", end.get().getSQLState());
    }
    assertEquals(DONE, query(database, HISTORY));
    assertEquals(List.of("t"), query(database, "SELECT worker_pid IS NULL FROM lockstep_lease"));
  }

  /** Another session has its number now. */
  @Test
  void endsNobodyElse() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    lease(database).build().upgradeTo("M0001");
    try (Connection stranger = database.getConnection();
        var statement = stranger.createStatement()) {
      statement.execute(
          "UPDATE lockstep_lease SET worker_pid = pg_backend_pid(), worker_started = '2001-01-01'");

      lease(database).build().upgrade();

      statement.execute("SELECT 1");
    }
    assertEquals(DONE, query(database, HISTORY));
  }

  /** That of an older version has no columns for who works. */
  @Test
  void aTableOfAnOlderVersionGetsItsColumns() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    lease(database).build().upgradeTo("M0001");
    execute(
        database, "ALTER TABLE lockstep_lease DROP COLUMN worker_pid, DROP COLUMN worker_started");

    lease(database).build().upgrade();

    assertEquals(DONE, query(database, HISTORY));
  }

  @Test
  void isGivenBack() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    lease(database).build().upgrade();
    lease(database).build().downgrade(1);
    lease(database).build().forceStamp(SECOND);

    assertEquals(
        List.of("3||-infinity"),
        query(database, "SELECT concat_ws('|', token, holder, expires_at) FROM lockstep_lease"));
    assertEquals(
        List.of("0"),
        query(
            database,
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                + " WHERE locktype = 'advisory' AND datname = current_database()"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void itsHolderIsNamedAndLeftAlone(int major) throws SQLException {
    DataSource database = held(major);
    List<String> heard = new ArrayList<>();

    LockTimeoutException failure = assertThrows(
        LockTimeoutException.class,
        lease(database)
            .lockWait(Duration.ofMillis(100))
            .listener(new MigrationListener() {
              @Override
              public void waitingForLock(String holder, Duration waited) {
                heard.add(holder);
              }
            })
            .build()::upgrade);

    assertEquals(4, failure.outcome().exitCode());
    assertEquals(List.of("another, whose lease ends at infinity unless it is renewed"), heard);
    assertEquals("Busy", failure.code());
    assertThrows(LockTimeoutException.class, () -> lease(database).build().downgrade(1));
    assertThrows(LockTimeoutException.class, () -> lease(database).build().stamp("base"));
    assertEquals(DONE.subList(0, 1), query(database, HISTORY));
  }

  @Test
  void whoeverComesTakesItWhenItsTimeIsOver() throws SQLException {
    DataSource database = held(Postgres.NEWEST);

    Migrator waiting = lease(database)
        .lockWait(Duration.ofMinutes(1))
        .listener(new MigrationListener() {
          @Override
          public void waitingForLock(String holder, Duration waited) {
            run(database, OVER);
          }
        })
        .build();

    assertEquals(List.of(SECOND), waiting.upgrade().at());
    assertEquals(DONE, query(database, HISTORY));
  }

  /** The former holder stood still between two transactions. */
  @ParameterizedTest
  @MethodSource("majors")
  void whoHasLostItCommitsNothing(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator former = lease(database)
        .listener(atStart(SECOND, () -> {
          run(database, OVER);
          assertEquals(1, lease(database).build().upgrade().applied().size());
        }))
        .build();

    LockTimeoutException failure = assertThrows(LockTimeoutException.class, former::upgrade);

    assertEquals("LeaseLost", failure.code());
    assertEquals(DONE, query(database, HISTORY));
    assertEquals(List.of("2"), query(database, "SELECT token FROM lockstep_lease"));
  }

  /** However long its transaction takes: it has the row locked until it commits. */
  @ParameterizedTest
  @MethodSource("majors")
  void whoIsInATransactionCannotLoseIt(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    List<Integer> free = new ArrayList<>();
    WrittenMigrations set = Shop.migrations()
        .add(
            "M0003_Look",
            schema -> schema.run(
                "look",
                connection ->
                    free.add(query(database, "SELECT 1 FROM lockstep_lease FOR UPDATE SKIP LOCKED")
                        .size())));
    lease(database).migrations(set).build().upgradeTo(SECOND);
    try (Connection holder = database.getConnection();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT FROM lockstep_lease FOR UPDATE");

      // Its time has been over since the last run gave it back.
      assertThrows(LockTimeoutException.class, lease(database).migrations(set).build()::upgrade);
      holder.rollback();
    }

    lease(database).migrations(set).build().upgrade();

    assertEquals(List.of(0), free);
    assertEquals(List.of("2"), query(database, "SELECT token FROM lockstep_lease"));
  }

  /**
   * A build waits for an old transaction; nobody but the heartbeat notices that the lease is gone.
   */
  @ParameterizedTest
  @MethodSource("majors")
  void aStepOutsideATransactionIsCancelledWhereItIsLost(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    Shop.migrator(database).upgrade();
    WrittenMigrations set = Shop.migrations()
        .add(
            "M0003_Index",
            schema -> schema.createIndexConcurrently("user", index("user_address", "address")));
    Migrator builds =
        lease(database).migrations(set).leaseTime(Duration.ofSeconds(1)).build();
    CompletableFuture<UpgradeReport> upgrade;
    try (Connection reader = database.getConnection();
        var statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE \"user\" IN ROW EXCLUSIVE MODE");
      upgrade = CompletableFuture.supplyAsync(builds::upgrade);
      String first = "SELECT expires_at FROM lockstep_lease WHERE token = 1";
      String waits = "SELECT 1 FROM pg_locks WHERE NOT granted";
      await(database, waits, List.of(), false);
      List<String> before = query(database, first);
      await(database, first, before, false);
      assertEquals(
          "Busy",
          assertThrows(
                  LockTimeoutException.class, lease(database).migrations(set).build()::upgrade)
              .code());

      execute(database, TAKEN);

      assertThrows(CompletionException.class, upgrade::join);
    }
    assertEquals(
        List.of("M0003_Index 0"),
        query(
            database,
            "SELECT revision || ' ' || steps_done FROM lockstep_history"
                + " WHERE state <> 'applied'"));
    execute(database, OVER);
    assertEquals(
        List.of("M0003_Index"),
        lease(database).migrations(set).build().upgrade().at());
    assertEquals(
        List.of("t"),
        query(
            database,
            "SELECT indisvalid FROM pg_index WHERE indexrelid = 'user_address'::regclass"));
  }

  /** Until the rows of a query are those, or others. */
  private static void await(DataSource database, String sql, List<String> rows, boolean same)
      throws SQLException {
    while (query(database, sql).equals(rows) != same) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aConnectionThatBreaksGivesItBackByAnother() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator cut = lease(database)
        .retryFor(Shop.ONE_CONNECTION)
        .listener(new MigrationListener() {
          @Override
          public void stepStarted(String revision, String step, int number, int total) {
            if (revision.equals(SECOND)) {
              MigrationInParts.endOthers(database);
            }
          }
        })
        .build();

    assertThrows(LockstepException.class, cut::upgrade);

    assertEquals(List.of(SECOND), lease(database).build().upgrade().at());
    assertEquals(DONE, query(database, HISTORY));
  }

  @Test
  void needsAConnectionToRenewItBy() throws SQLException {
    try (Connection only = Postgres.newDatabase(Postgres.NEWEST).getConnection()) {
      Migrator migrator = Migrator.builder(only)
          .migrations(Shop.migrations())
          .lock(LockKind.LEASE)
          .build();

      assertEquals(
          "LeaseNeedsDataSource",
          assertThrows(UsageException.class, migrator::upgrade).code());
    }
  }

  /** Neither the next transaction nor its end waits for a person who looks at the row. */
  @ParameterizedTest
  @MethodSource("majors")
  void aStrangerWhoLocksItIsNotWaitedForWithoutEnd(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    try (Connection stranger = database.getConnection();
        var statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      Migrator migrator = lease(database)
          .lockTimeout(Duration.ofMillis(200))
          .retryFor(Duration.ofSeconds(2))
          .listener(new MigrationListener() {
            @Override
            public void migrationFinished(Direction direction, String revision, Duration took) {
              run(statement, "SELECT FROM lockstep_lease FOR UPDATE");
            }
          })
          .build();

      MigrationFailedException failure = assertTimeoutPreemptively(
          Duration.ofSeconds(40),
          () -> assertThrows(MigrationFailedException.class, migrator::upgrade));

      assertEquals("Blocked", failure.code());
      assertEquals(List.of(FIRST), failure.failure().finished());
    }
    assertEquals(DONE.subList(0, 1), query(database, HISTORY));
  }

  /** What a person has locked at the end of the run is left to its time. */
  @Test
  void isLeftToItsTimeWhereAStrangerLocksIt() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection stranger = database.getConnection();
        var statement = stranger.createStatement()) {
      stranger.setAutoCommit(false);
      Migrator migrator = lease(database)
          .lockTimeout(Duration.ofMillis(200))
          .leaseTime(Duration.ofSeconds(5))
          .listener(new MigrationListener() {
            @Override
            public void migrationFinished(Direction direction, String revision, Duration took) {
              if (revision.equals(SECOND)) {
                run(statement, "SELECT FROM lockstep_lease FOR UPDATE");
              }
            }
          })
          .build();

      UpgradeReport report =
          assertTimeoutPreemptively(Duration.ofSeconds(40), () -> migrator.upgrade());

      assertEquals(2, report.applied().size());
    }
    lease(database).lockWait(Duration.ofMinutes(1)).build().downgrade(1);
  }

  private static void run(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To renew it there would end the transaction that is at work on it. */
  @ParameterizedTest
  @MethodSource("majors")
  void isNotRenewedByTheConnectionOfTheRun(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations set = new WrittenMigrations().add("M0001", schema -> {
      schema.sql("CREATE TABLE t1 (a int)");
      schema.run("wait", connection -> pause(Duration.ofMillis(2500)));
      schema.sql("SELECT 1 / 0");
    });
    try (Connection only = database.getConnection()) {
      OneConnection shared = new OneConnection(only);
      Migrator migrator = lease(shared.shared())
          .migrations(set)
          .leaseTime(Duration.ofSeconds(3))
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals(
          "[lockstep:MigrationFailed] M0001 was rolled back: division by zero (22012)",
          failure.getMessage().lines().findFirst().orElse(""));
      assertFalse(shared.users().contains("lockstep-lease"));
    }
    assertEquals(List.of(), query(database, "SELECT 1 FROM pg_class WHERE relname = 't1'"));
    assertEquals(List.of(), query(database, HISTORY));
  }

  /** Whoever waits for a connection to renew it by does not renew what is given back. */
  @Test
  void isGivenBackWhereItsHeartWaitsForAPool() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations set = Shop.migrations()
        .add("M0003", schema -> schema.run("wait", connection -> pause(Duration.ofMillis(700))));
    long start = System.nanoTime();
    try (Connection only = database.getConnection()) {
      DataSource pool = new OneConnection(only).pooled();
      lease(pool).migrations(set).leaseTime(Duration.ofMillis(1500)).build().upgrade();

      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
      awaitEnd("lockstep-lease");
      assertTimeoutPreemptively(
          Duration.ofSeconds(10), () -> pool.getConnection().close());
    }
    assertEquals(
        List.of("1||-infinity"),
        query(database, "SELECT concat_ws('|', token, holder, expires_at) FROM lockstep_lease"));
  }

  /** Of all threads of that name. */
  private static void awaitEnd(String name) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        thread.join(10_000);
        assertFalse(thread.isAlive());
      }
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aSchemaThatIsMissingIsMade() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.OLDEST);

    lease(database).schema("sh\"op").lockWait(Duration.ofMinutes(1)).build().upgrade();

    assertEquals(List.of("1"), query(database, "SELECT token FROM \"sh\"\"op\".lockstep_lease"));
    assertEquals(Outcome.DONE, lease(database).schema("sh\"op").build().check().outcome());
  }

  /** Which settings of a session would leak to strangers. */
  @Test
  void aTransactionPoolerBearsItButForStepsThatNeedASession() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (TransactionPooler pooler = TransactionPooler.to(database, 3)) {
      DataSource pool = pooler.dataSource();
      assertEquals(
          "TransactionPooler",
          assertThrows(
                  UnsuitableServerException.class,
                  lease(pool).lock(LockKind.ADVISORY).build()::upgrade)
              .code());

      assertEquals(2, lease(pool).build().upgrade().applied().size());
      assertEquals(1, lease(pool).build().downgrade(1).reverted().size());

      WrittenMigrations set = Shop.migrations()
          .add(
              "M0003_Index",
              schema -> schema.createIndexConcurrently("user", index("user_address", "address")));
      assertEquals(
          "TransactionPooler",
          assertThrows(
                  UnsuitableServerException.class, lease(pool).migrations(set).build()::upgrade)
              .code());
      assertEquals(
          List.of(), query(database, "SELECT 1 FROM pg_class WHERE relname = 'user_address'"));
      assertEquals(
          List.of("M0003_Index"),
          lease(database).migrations(set).build().upgrade().at());
    }
  }
}
