package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an interrupt leaves of a run over many targets. */
class FleetInterruptTest {
  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  /** Two are at work in a statement that takes a minute; two have not begun. */
  @ParameterizedTest
  @EnumSource(
      value = LockKind.class,
      names = {"ADVISORY", "LEASE"})
  void endsTheRunningAndStartsNoOther(LockKind lock) throws Exception {
    execute(
        database,
        "CREATE SCHEMA t1; CREATE SCHEMA t2; CREATE SCHEMA t3; CREATE SCHEMA t4;"
            + " CREATE TABLE public.speed (seconds int); INSERT INTO public.speed VALUES (60)");
    WrittenMigrations set = Shop.migrations()
        .add(
            "M0003_Slow",
            schema -> schema.sql("SELECT pg_sleep((SELECT seconds FROM public.speed))"));
    CountDownLatch asleep = new CountDownLatch(2);
    Fleet fleet = Fleet.builder()
        .database("main", database)
        .schemas("t?")
        .parallel(2)
        .settings(each -> each.migrations(set).lock(lock).lockWait(Duration.ZERO))
        .listener(new FleetListener() {
          @Override
          public MigrationListener started(Target target, MigrationListener usual) {
            return new MigrationListener() {
              @Override
              public void stepStarted(String revision, String step, int number, int total) {
                if (step.contains("pg_sleep")) {
                  asleep.countDown();
                }
              }
            };
          }
        })
        .build();
    AtomicReference<FleetReport<UpgradeReport>> report = new AtomicReference<>();
    AtomicReference<Boolean> interrupted = new AtomicReference<>();
    Thread caller = new Thread(() -> {
      report.set(fleet.upgrade());
      interrupted.set(Thread.currentThread().isInterrupted());
    });
    caller.start();
    asleep.await();

    caller.interrupt();
    caller.join();

    assertTrue(interrupted.get());
    assertEquals("4 targets: 2 failed, 2 not started", report.get().summary());
    assertTrue(
        report.get().toString().contains("M0003_Slow was rolled back: "),
        report.get().toString());
    assertTrue(report.get().toString().contains("(57014)"), report.get().toString());
    assertEquals(
        List.of("0"), query(database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"));
    assertEquals(List.of("2"), query(database, "SELECT count(*) FROM t1.lockstep_history"));

    execute(database, "UPDATE public.speed SET seconds = 0");
    assertEquals("4 targets: 4 done", fleet.upgrade().summary());
    assertEquals(List.of("3"), query(database, "SELECT count(*) FROM t4.lockstep_history"));
  }

  /** Its first connection has given back what it held, which nobody may disturb. */
  @Test
  void endsOneThatHasGoneOnWithAnotherConnection() throws Exception {
    WrittenMigrations set =
        Shop.migrations().add("M0003_Slow", schema -> schema.sql("SELECT pg_sleep(60)"));
    CountDownLatch asleep = new CountDownLatch(2);
    Fleet fleet = Fleet.builder()
        .database("main", database)
        .settings(each -> each.migrations(set).listener(new MigrationListener() {
          @Override
          public void stepStarted(String revision, String step, int number, int total) {
            if (step.contains("pg_sleep")) {
              if (asleep.getCount() == 2) {
                MigrationInParts.endOthers(database);
              }
              asleep.countDown();
            }
          }
        }))
        .build();
    AtomicReference<FleetReport<UpgradeReport>> report = new AtomicReference<>();
    Thread caller = new Thread(() -> report.set(fleet.upgrade()));
    caller.start();
    asleep.await();

    caller.interrupt();
    caller.join();

    String failure = report.get().failed().get(0).failure().getMessage();
    assertTrue(failure.contains("(57014)"), failure);
    assertTrue(
        failure.contains("before it in this run: M0001_InitialMigration, M0002_AddAddressToUser"),
        failure);
  }

  @Test
  void anInterruptBeforehandStartsNothing() throws SQLException {
    execute(database, "CREATE SCHEMA t1");
    Thread.currentThread().interrupt();

    FleetReport<UpgradeReport> report = Fleet.builder()
        .database("main", database)
        .settings(each -> each.migrations(Shop.migrations()))
        .build()
        .upgrade();

    assertTrue(Thread.interrupted());
    assertEquals("1 target: 1 not started", report.summary());
    assertEquals(Outcome.FAILED, report.outcome());
    assertEquals(
        "[lockstep:TargetsFailed] 1 target: 1 not started\n    not started: main",
        assertThrows(FleetException.class, report::orElseThrow).getMessage());
  }

  /** Waiters for the lock and between two tries are in no statement. */
  @Test
  void endsThoseThatWait() throws Exception {
    execute(database, "CREATE SCHEMA t1; CREATE SCHEMA t2; CREATE TABLE t2.\"user\" (id int)");
    WrittenMigrations set = new WrittenMigrations()
        .add("M0001_Blocked", schema -> schema.sql("LOCK TABLE public.held"));
    execute(database, "CREATE TABLE public.held (id int)");
    CountDownLatch waiting = new CountDownLatch(2);
    Fleet fleet = Fleet.builder()
        .database("main", database)
        .schemas("t?")
        .settings(each -> each.migrations(set).lockTimeout(Duration.ofMillis(10)))
        .listener(new FleetListener() {
          @Override
          public MigrationListener started(Target target, MigrationListener usual) {
            return new MigrationListener() {
              @Override
              public void retrying(String revision, String reason, Duration pause) {
                waiting.countDown();
              }
            };
          }
        })
        .build();
    AtomicReference<FleetReport<UpgradeReport>> report = new AtomicReference<>();
    Thread caller = new Thread(() -> report.set(fleet.upgrade()));
    try (var holder = database.getConnection();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("LOCK TABLE public.held");
      caller.start();
      waiting.await();

      caller.interrupt();
      caller.join();
      holder.rollback();
    }

    assertEquals(2, report.get().failed().size());
    assertEquals("2 targets: 2 done", fleet.upgrade().summary());
  }
}
