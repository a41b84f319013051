package dev.lockstep;

import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
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
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an interrupt of the thread that migrates leaves, wherever it is. */
class InterruptTest {
  private static final String SLOW = "M0003_Slow";
  private static final String SLEEP =
      "SELECT pg_catalog.pg_sleep((SELECT seconds FROM public.speed))";

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  /** How a run of another thread ended. */
  private record End(Throwable failure, boolean interrupted) {
    String message() {
      return String.valueOf(failure.getMessage());
    }
  }

  private interface Moment {
    void await() throws Exception;
  }

  /** One that has nothing more to do may take a moment to end. */
  @AfterEach
  void noThreadIsLeft() throws InterruptedException {
    List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("lockstep-"))
        .toList();
    for (Thread thread : threads) {
      thread.join(2_000);
    }
    assertEquals(List.of(), threads.stream().filter(Thread::isAlive).toList());
  }

  private static End interruptedAt(Moment moment, Runnable work) throws Exception {
    AtomicReference<End> end = new AtomicReference<>();
    Thread runner = new Thread(() -> {
      Throwable failure = assertThrows(Throwable.class, work::run);
      end.set(new End(failure, Thread.currentThread().isInterrupted()));
    });
    runner.start();
    moment.await();
    runner.interrupt();
    runner.join();
    assertTrue(end.get().interrupted, end.get().message());
    return end.get();
  }

  /** Comes back when another session of the database runs such a statement. */
  private void awaitStatement(String part) throws SQLException {
    while (query(
            database,
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                + " AND pid <> pg_backend_pid() AND query LIKE '%" + part + "%'")
        .isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private void isSlow() throws SQLException {
    execute(
        database, "CREATE TABLE public.speed (seconds int); INSERT INTO public.speed VALUES (60)");
  }

  private void isFast() throws SQLException {
    execute(database, "UPDATE public.speed SET seconds = 0");
  }

  private List<String> applied() throws SQLException {
    return query(
        database, "SELECT revision || ' ' || state FROM lockstep_history ORDER BY ordinal");
  }

  private List<String> sessions() throws SQLException {
    return query(
        database,
        "SELECT query FROM pg_stat_activity WHERE datname = current_database()"
            + " AND pid <> pg_backend_pid() AND state <> 'idle'");
  }

  @Fault(Scenario.USER_CODE)
  @ParameterizedTest
  @EnumSource(
      value = LockKind.class,
      names = {"ADVISORY", "LEASE"})
  void inAStatementRollsBackAndGivesTheLockBack(LockKind lock) throws Exception {
    isSlow();
    Migrator migrator = Migrator.builder(database)
        .migrations(Shop.migrations().add(SLOW, schema -> {
          schema.sql("CREATE TABLE public.gone (id int)");
          schema.sql(SLEEP);
        }))
        .lock(lock)
        .lockWait(Duration.ZERO)
        .build();

    End end = interruptedAt(() -> awaitStatement("pg_sleep"), migrator::upgrade);

    assertEquals(
        "[lockstep:Interrupted] M0003_Slow was rolled back: interrupted: canceling statement due to"
            + " user request (57014)\n    statement: " + SLEEP
            + "\n    before it in this run: " + FIRST + ", " + SECOND + " (applied, stays so)"
            + "\n    next upgrade: begins with M0003_Slow",
        end.message());
    assertEquals(Outcome.FAILED, ((LockstepException) end.failure).outcome());
    assertEquals(List.of(), sessions());
    assertEquals(List.of(FIRST + " applied", SECOND + " applied"), applied());
    isFast();
    assertEquals(List.of(SLOW), migrator.upgrade().at());
  }

  @Test
  void inADowngradeRollsBack() throws Exception {
    isSlow();
    Migrator migrator = Shop.migrator(
        database, Shop.migrations().add(SLOW, schema -> schema.sql("SELECT 1"), s -> s.sql(SLEEP)));
    migrator.upgrade();

    End end = interruptedAt(() -> awaitStatement("pg_sleep"), () -> migrator.downgrade(2));

    assertTrue(
        end.message().startsWith("[lockstep:Interrupted] M0003_Slow was rolled back: "),
        end.message());
    assertTrue(end.message().endsWith("next downgrade: begins with M0003_Slow"), end.message());
    isFast();
    assertEquals(List.of(FIRST), migrator.downgrade(2).at());
  }

  /** The borrowed connection is as it was before. */
  @Test
  void aConnectionOfTheCallerStaysOpen() throws Exception {
    isSlow();
    try (Connection connection = database.getConnection()) {
      Migrator migrator = Migrator.builder(connection)
          .migrations(new WrittenMigrations().add(SLOW, schema -> schema.sql(SLEEP)))
          .build();

      interruptedAt(() -> awaitStatement("pg_sleep"), migrator::upgrade);

      assertFalse(connection.isClosed());
      assertTrue(connection.getAutoCommit());
      isFast();
      assertEquals(List.of(SLOW), migrator.upgrade().at());
    }
  }

  @Test
  void inAConcurrentBuildStopsPartWayAndTheNextRunMendsIt() throws Exception {
    Shop.migrator(database).upgrade();
    WrittenMigrations set = Shop.migrations()
        .add(
            SLOW,
            schema -> schema.createIndexConcurrently("user", index("user_address", "address")));
    Migrator migrator = Shop.migrator(database, set);
    End end;
    try (Connection reader = database.getConnection()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("LOCK TABLE \"user\" IN ROW EXCLUSIVE MODE");

      end = interruptedAt(() -> awaitStatement("CREATE INDEX CONCURRENTLY"), migrator::upgrade);
    }

    assertTrue(
        end.message()
            .startsWith("[lockstep:Interrupted] M0003_Slow stopped part-way, 0 of 1 step is"
                + " committed: interrupted: "),
        end.message());
    assertEquals(Outcome.PART_WAY, ((LockstepException) end.failure).outcome());
    assertEquals(
        List.of("user_address INVALID"),
        MigrationInParts.indexes(database).stream()
            .filter(name -> name.startsWith("user_address"))
            .toList());
    assertEquals(List.of(SLOW), migrator.upgrade().at());
    assertTrue(MigrationInParts.indexes(database).contains("user_address"));
  }

  @Test
  void inTheWaitForTheLockDoesNothing() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    Migrator migrator = Shop.builder(database)
        .migrations(Shop.migrations())
        .listener(new MigrationListener() {
          @Override
          public void waitingForLock(String holder, Duration waited) {
            waiting.countDown();
          }
        })
        .build();
    isSlow();
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread holder = new Thread(() -> Shop.builder(database)
        .migrations(new WrittenMigrations()
            .add(
                FIRST,
                schema -> schema.run("hold", connection -> {
                  holding.countDown();
                  await(done);
                })))
        .build()
        .upgrade());
    holder.start();
    holding.await();

    End end = interruptedAt(waiting::await, migrator::upgrade);

    assertEquals("Interrupted", ((LockstepException) end.failure).code());
    assertTrue(end.message().contains("another process; nothing was done"), end.message());
    done.countDown();
    holder.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void betweenTwoTriesSaysWhatItWaitedFor() throws Exception {
    execute(database, "CREATE TABLE public.held (id int)");
    CountDownLatch waiting = new CountDownLatch(3);
    Migrator migrator = Shop.builder(database)
        .migrations(
            new WrittenMigrations().add(SLOW, schema -> schema.sql("LOCK TABLE public.held")))
        .lockTimeout(Duration.ofMillis(10))
        .listener(new MigrationListener() {
          @Override
          public void retrying(String revision, String reason, Duration pause) {
            waiting.countDown();
          }
        })
        .build();
    End end;
    try (Connection reader = database.getConnection()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("LOCK TABLE public.held");
      end = interruptedAt(waiting::await, migrator::upgrade);
    }

    assertTrue(
        end.message()
            .startsWith("[lockstep:Interrupted] M0003_Slow was rolled back: interrupted: "),
        end.message());
    assertEquals(List.of(SLOW), migrator.upgrade().at());
  }

  /** The driver takes no notice; the step has no say in it either. */
  @Fault(Scenario.USER_CODE)
  @Test
  void inJavaThatWaitsForTheServerRollsBack() throws Exception {
    isSlow();
    Migrator migrator = Shop.migrator(
        database,
        new WrittenMigrations()
            .add(
                SLOW,
                schema -> schema.run("rows", connection -> {
                  try (var statement = connection.prepareStatement(SLEEP)) {
                    connection.createStatement().execute("CREATE TABLE public.gone (id int)");
                    statement.executeQuery();
                  }
                })));

    End end = interruptedAt(() -> awaitStatement("pg_sleep"), migrator::upgrade);

    assertTrue(end.message().contains("\n    step: rows\n"), end.message());
    assertEquals(
        List.of(), query(database, "SELECT 1 WHERE to_regclass('public.gone') IS NOT NULL"));
    isFast();
    migrator.upgrade();
  }

  /** What it throws has taken the interrupt away. */
  @Fault(Scenario.USER_CODE)
  @Test
  void inJavaThatWaitsForItselfRollsBack() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Migrator migrator = Shop.migrator(
        database,
        new WrittenMigrations()
            .add(
                SLOW,
                schema -> schema.run("rows", connection -> {
                  connection.createStatement().execute("CREATE TABLE public.gone (id int)");
                  begun.countDown();
                  await(new CountDownLatch(1));
                })));

    End end = interruptedAt(begun::await, migrator::upgrade);

    assertEquals("Interrupted", ((LockstepException) end.failure).code());
    assertEquals(
        List.of(), query(database, "SELECT 1 WHERE to_regclass('public.gone') IS NOT NULL"));
  }

  @Test
  void aCheckEnds() throws Exception {
    Shop.migrator(database).upgrade();
    End end;
    try (Connection other = database.getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE lockstep_history");

      end = interruptedAt(
          () -> {
            while (waiting(other).isEmpty()) {
              Thread.onSpinWait();
            }
          },
          () -> Shop.migrator(database).check());
    }

    assertTrue(end.message().startsWith("[lockstep:Interrupted] the run was"), end.message());
    assertTrue(Shop.migrator(database).check().differences().isEmpty());
  }

  private static List<String> waiting(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT pid FROM pg_locks WHERE NOT granted")) {
      return rows.next() ? List.of(rows.getString(1)) : List.of();
    }
  }

  @Test
  void oneWhoIsUpToDateDoesNotMind() {
    Shop.migrator(database).upgrade();
    Thread.currentThread().interrupt();

    assertEquals(List.of(SECOND), Shop.migrator(database).upgrade().at());
    assertTrue(Thread.interrupted());
  }
}
