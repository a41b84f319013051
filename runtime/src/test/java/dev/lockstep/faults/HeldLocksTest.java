package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationFailedException;
import dev.lockstep.MigrationListener;
import dev.lockstep.MigrationSet;
import dev.lockstep.Migrator;
import dev.lockstep.UpgradeReport;
import dev.lockstep.testing.OwnServer;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions of others that hold up what a migration wants. */
class HeldLocksTest {
  private static final String THIRD = "M0003_Third";
  private static final String BUILD = "CREATE INDEX CONCURRENTLY";
  private static final int WAITERS = 31;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static MigrationSet oneIndex() {
    return migrations()
        .add(
            THIRD,
            schema -> schema.createIndexConcurrently("user", index("user_address", "address")));
  }

  private static DataSource shop(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    execute(database, "INSERT INTO \"user\" (email) VALUES ('a'), ('b')");
    return database;
  }

  private static Connection transaction(DataSource database, String sql) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    connection.createStatement().execute(sql);
    return connection;
  }

  private static void isBuilt(DataSource database) throws SQLException {
    assertEquals(
        List.of("user_address true"),
        query(
            database,
            "SELECT c.relname || ' ' || indisvalid FROM pg_index JOIN pg_class AS c"
                + " ON c.oid = indexrelid WHERE c.relname LIKE 'user_address%'"));
  }

  @Fault(Scenario.WAIT_BESIDE_A_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void whoWaitsDoesNotDisturbTheBuild(int major) throws Exception {
    DataSource database = shop(major);
    ExecutorService processes = Executors.newFixedThreadPool(WAITERS + 1);
    List<Future<UpgradeReport>> running = new ArrayList<>();
    CountDownLatch waiting = new CountDownLatch(WAITERS);
    try (Connection application = transaction(database, "UPDATE \"user\" SET email = email")) {
      for (int i = 0; i <= WAITERS; i++) {
        Migrator migrator = Migrator.builder(database)
            .migrations(oneIndex())
            .listener(new MigrationListener() {
              @Override
              public void waitingForLock(String holder, Duration waited) {
                waiting.countDown();
              }
            })
            .build();
        running.add(processes.submit(() -> migrator.upgrade()));
      }
      waiting.await();
      application.rollback();
    }

    int applied = 0;
    for (Future<UpgradeReport> each : running) {
      assertEquals(List.of(THIRD), each.get().at());
      applied += each.get().applied().size();
    }
    processes.shutdown();
    assertEquals(1, applied);
    isBuilt(database);
  }

  /** It reads in the pauses, and would wait behind one endless try. */
  @Fault(Scenario.READER_IDLE_IN_TRANSACTION)
  @ParameterizedTest
  @MethodSource("majors")
  void theApplicationGoesOnBetweenTheTries(int major) throws Exception {
    DataSource database = shop(major);
    MigrationSet column =
        migrations().add(THIRD, schema -> schema.addColumn("user", column("note", text())));
    AtomicLong read = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> application =
        CompletableFuture.runAsync(() -> read(database, read, over));
    List<Long> readAtTry = new ArrayList<>();
    Migrator migrator = Migrator.builder(database)
        .migrations(column)
        .lockTimeout(Duration.ofMillis(50))
        .retryFor(Duration.ofMillis(800))
        .listener(new MigrationListener() {
          @Override
          public void retrying(String revision, String reason, Duration pause) {
            readAtTry.add(read.get());
          }
        })
        .build();
    try (Connection reader = transaction(database, "SELECT FROM \"user\"")) {
      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("Blocked", failure.code());
      assertTrue(
          failure.failure().blockedBy().get(0).contains("idle in transaction"),
          failure.getMessage());
      reader.rollback();
    } finally {
      over.set(true);
    }
    application.get();
    assertTrue(
        readAtTry.size() > 1 && readAtTry.get(readAtTry.size() - 1) > readAtTry.get(0),
        readAtTry.toString());
    assertEquals(List.of(THIRD), migrator.upgrade().at());
  }

  private static void read(DataSource database, AtomicLong read, AtomicBoolean over) {
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      while (!over.get()) {
        statement.execute("SELECT FROM \"user\"");
        read.incrementAndGet();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Fault(Scenario.OLD_TRANSACTION_BESIDE_A_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void aBuildThatIsCancelledIsDoneAnew(int major) throws Exception {
    DataSource database = shop(major);
    Gates gates = new Gates(database);
    Migrator migrator = migrator(database, oneIndex());
    try (Connection old = transaction(database, "UPDATE \"user\" SET email = email")) {
      CompletableFuture<UpgradeReport> upgrade = CompletableFuture.supplyAsync(migrator::upgrade);
      Gates.await(() -> !gates.blocked(BUILD).isEmpty());
      execute(database, "SELECT pg_cancel_backend(" + gates.blocked(BUILD).get(0) + ")");

      Throwable failure = assertThrows(CompletionException.class, upgrade::join).getCause();

      assertEquals("57014", ((MigrationFailedException) failure).failure().sqlState());
      old.rollback();
    }
    assertEquals(List.of(THIRD), migrator.upgrade().at());
    isBuilt(database);
  }

  @InFull
  @Fault(Scenario.ANTI_WRAPAROUND_VACUUM)
  @ParameterizedTest
  @MethodSource("majors")
  void aVacuumAgainstWraparoundIsNamed(int major) throws Exception {
    try (OwnServer server =
        OwnServer.start(major, "autovacuum_freeze_max_age = 100000", "autovacuum_naptime = 1s")) {
      DataSource database = server.dataSource();
      Migrator migrator = Migrator.builder(database)
          .migrations(migrations())
          .lockTimeout(Duration.ofMillis(50))
          .retryFor(Duration.ofMillis(200))
          .build();
      migrator.upgradeTo("M0001");
      execute(
          database,
          "ALTER TABLE \"user\" SET (autovacuum_enabled = false, autovacuum_vacuum_cost_limit = 1,"
              + " autovacuum_vacuum_cost_delay = 5)");
      execute(
          database,
          "INSERT INTO \"user\" (email)"
              + " SELECT n || repeat('x', 100) FROM generate_series(1, 20000) AS n");
      execute(
          database,
          "DO $$ BEGIN FOR i IN 1..110000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP;"
              + " END $$");
      Gates.await(() -> !query(
              database,
              "SELECT 1 FROM pg_stat_activity"
                  + " WHERE query LIKE 'autovacuum: VACUUM%public.user (to prevent wraparound)'")
          .isEmpty());

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("Blocked", failure.code());
      assertTrue(
          failure.failure().blockedBy().get(0).contains("(to prevent wraparound)"),
          failure.getMessage());
      assertEquals(1, migrator(database).upgrade().applied().size());
    }
  }
}
