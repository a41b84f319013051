package dev.lockstep;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConcurrentUpgradeTest {
  private static final int PROCESSES = 8;

  /** Must never change, or two versions of Lockstep would not notice each other. */
  private static final long LOCK_OF_PUBLIC = 7307599709550822753L;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  static List<Object[]> majorsAndLocks() {
    return majors().stream()
        .flatMap(major ->
            Stream.of(LockKind.ADVISORY, LockKind.LEASE).map(lock -> new Object[] {major, lock}))
        .toList();
  }

  @Fault(Scenario.START_TOGETHER)
  @ParameterizedTest
  @MethodSource("majorsAndLocks")
  void oneWorksAndTheOthersFindItDone(int major, LockKind lock) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
    CountDownLatch start = new CountDownLatch(PROCESSES);
    List<Future<UpgradeReport>> running = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      running.add(processes.submit(() -> {
        start.countDown();
        start.await();
        return Migrator.builder(database)
            .migrations(Shop.migrations())
            .lock(lock)
            .build()
            .upgrade();
      }));
    }

    List<String> applied = new ArrayList<>();
    for (Future<UpgradeReport> each : running) {
      assertEquals(List.of(SECOND), each.get().at());
      each.get().applied().forEach(finished -> applied.add(finished.revision()));
    }
    processes.shutdown();

    assertEquals(List.of(FIRST, SECOND), applied);
    assertEquals(
        List.of(FIRST, SECOND),
        query(database, "SELECT revision FROM lockstep_history ORDER BY ordinal"));
  }

  @Test
  void givesUpAndNamesTheHolder() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    List<String> heard = new ArrayList<>();
    try (Connection holder = lockHeldBy("other app", database)) {
      Migrator waiting = Shop.builder(database)
          .migrations(Shop.migrations())
          .lockWait(Duration.ofMillis(100))
          .listener(new MigrationListener() {
            @Override
            public void waitingForLock(String named, Duration waited) {
              heard.add(named);
            }
          })
          .build();

      LockTimeoutException failure = assertThrows(LockTimeoutException.class, waiting::upgrade);

      assertEquals(4, failure.outcome().exitCode());
      assertTrue(
          failure
              .getMessage()
              .matches("(?s)\\[lockstep:Busy] another process migrates this"
                  + " database; waited 0 s for pid \\d+ \\(other app, postgres, idle.*\\): .*"
                  + "\n    wait longer: .*"),
          failure.getMessage());
      assertEquals(1, heard.size());
      assertFalse(holder.isClosed());
    }
    assertEquals("2 pending", migrator(database).status().summary());
  }

  @Fault(Scenario.START_TOGETHER_UP_TO_DATE)
  @ParameterizedTest
  @MethodSource("majors")
  void anUpToDateDatabaseNeedsNoLock(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    try (Connection holder = lockHeldBy("other", database)) {
      assertEquals(List.of(SECOND), migrator(database).upgrade().at());
      assertFalse(holder.isClosed());
    }
  }

  @Test
  void aWaiterIsDoneAsSoonAsTheWorkIs() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgradeTo("M0001");
    try (Connection holder = lockHeldBy("other", database)) {
      Migrator waiting = Shop.builder(database)
          .migrations(Shop.migrations())
          .listener(new MigrationListener() {
            @Override
            public void waitingForLock(String named, Duration waited) {
              recordByHand(database);
            }
          })
          .build();

      UpgradeReport report = waiting.upgrade();

      assertEquals(new UpgradeReport(List.of(), List.of(SECOND)), report);
      assertFalse(holder.isClosed());
    }
  }

  @Test
  void anInterruptEndsTheWait() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection holder = lockHeldBy("other", database)) {
      Migrator waiting = Shop.builder(database)
          .migrations(Shop.migrations())
          .listener(new MigrationListener() {
            @Override
            public void waitingForLock(String named, Duration waited) {
              Thread.currentThread().interrupt();
            }
          })
          .build();

      assertEquals(
          "Interrupted",
          assertThrows(LockTimeoutException.class, waiting::upgrade).code());
      assertTrue(Thread.interrupted());
      assertFalse(holder.isClosed());
    }
  }

  @Test
  void aSessionThatLosesItsLockIsTakenForAPooler() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection connection = database.getConnection()) {
      Migrator migrator = Migrator.builder(connection)
          .migrations(Shop.migrations())
          .listener(new MigrationListener() {
            @Override
            public void migrationStarted(
                Direction direction, String revision, int number, int total) {
              run(connection, "SELECT pg_advisory_unlock_all()");
            }
          })
          .build();

      LockstepException failure = assertThrows(UnsuitableServerException.class, migrator::upgrade);

      assertEquals("TransactionPooler", failure.code());
      assertTrue(connection.isClosed(), "a session in doubt is ended");
    }
    assertEquals("2 pending", migrator(database).status().summary());
  }

  @Test
  void anUnlockThatFailsDoesNotFailTheRun() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection connection = database.getConnection()) {
      Migrator migrator = Migrator.builder(connection)
          .migrations(Shop.migrations())
          .listener(new MigrationListener() {
            @Override
            public void migrationFinished(Direction direction, String revision, Duration duration) {
              if (revision.equals(SECOND)) {
                run(connection, "SELECT pg_advisory_unlock_all()");
              }
            }
          })
          .build();

      assertEquals(List.of(SECOND), migrator.upgrade().at());
      assertTrue(connection.isClosed());
    }
  }

  private static Connection lockHeldBy(String application, DataSource database)
      throws SQLException {
    Connection connection = database.getConnection();
    run(connection, "SET application_name = '" + application + "'");
    run(connection, "SELECT pg_advisory_lock(" + LOCK_OF_PUBLIC + ")");
    return connection;
  }

  private static void recordByHand(DataSource database) {
    try {
      Shop.execute(
          database,
          "INSERT INTO lockstep_history SELECT migration_set, '" + SECOND + "', 2, '', '', 't1:"
              + SECOND + "', state, 1, 1, now(), now(), 1, '', '', '' FROM lockstep_history");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void run(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
