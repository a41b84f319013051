package dev.lockstep;

import static dev.lockstep.MigrationInParts.THIRD;
import static dev.lockstep.MigrationInParts.shop;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told while a long step runs. */
class WatcherTest {
  /** Nothing here takes that long unless it is broken. */
  private static final int LONGEST = 60;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  /** Hears the first word of a kind, and keeps it. */
  private static class Listener implements MigrationListener {
    private final CompletableFuture<String> blocker = new CompletableFuture<>();
    private final CompletableFuture<StepProgress> progress = new CompletableFuture<>();

    @Override
    public void waiting(String revision, String whom, Duration waited) {
      assertEquals(THIRD, revision);
      blocker.complete(whom);
    }

    @Override
    public void progress(String revision, StepProgress now) {
      assertEquals(THIRD, revision);
      progress.complete(now);
    }
  }

  private static CompletableFuture<UpgradeReport> upgrade(
      DataSource database, Listener listener, Consumer<SchemaEditor> step) {
    Migrator migrator = Migrator.builder(database)
        .migrations(Shop.migrations().add(THIRD, step::accept, schema -> {}))
        .listener(listener)
        .build();
    return CompletableFuture.supplyAsync(migrator::upgrade);
  }

  @Fault(Scenario.OLD_TRANSACTION_BESIDE_A_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void namesWhomAnIndexBuildWaitsFor(int major) throws Exception {
    DataSource database = shop(major);
    Listener listener = new Listener();
    try (Connection old = database.getConnection()) {
      send(old, "SET application_name = 'report'");
      old.setAutoCommit(false);
      send(old, "UPDATE \"user\" SET email = email");

      CompletableFuture<UpgradeReport> upgrade = upgrade(
          database,
          listener,
          schema -> schema.createIndexConcurrently("user", index("user_note", "address")));

      String blocker = listener.blocker.get(LONGEST, TimeUnit.SECONDS);
      assertTrue(
          blocker.matches("pid \\d+ \\(report, postgres, idle in transaction, begun \\d+ s ago\\):"
              + " UPDATE \"user\" SET email = email"),
          blocker);
      old.rollback();
      assertEquals(THIRD, upgrade.get().applied().get(0).revision());
    }
  }

  @Test
  void watchesATargetOfManyToo() throws Exception {
    DataSource database = shop(Postgres.NEWEST);
    Listener listener = new Listener();
    Fleet fleet = Fleet.builder()
        .database("main", database)
        .settings(migrator -> migrator
            .migrations(Shop.migrations()
                .add(
                    THIRD,
                    schema ->
                        schema.createIndexConcurrently("user", index("user_note", "address"))))
            .listener(listener))
        .watched()
        .build();
    try (Connection old = database.getConnection()) {
      old.setAutoCommit(false);
      send(old, "UPDATE \"user\" SET email = email");

      CompletableFuture<FleetReport<UpgradeReport>> upgrade =
          CompletableFuture.supplyAsync(fleet::upgrade);

      listener.blocker.get(LONGEST, TimeUnit.SECONDS);
      old.rollback();
      assertEquals(Outcome.DONE, upgrade.get().outcome());
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void namesWhomAValidationWaitsFor(int major) throws Exception {
    DataSource database = shop(major);
    try (Connection upkeep = database.getConnection()) {
      upkeep.setAutoCommit(false);
      Listener listener = new Listener() {
        @Override
        public void stepStarted(String revision, String step, int number, int total) {
          if (number == 2) {
            send(upkeep, "LOCK TABLE \"user\" IN SHARE UPDATE EXCLUSIVE MODE");
          }
        }
      };

      CompletableFuture<UpgradeReport> upgrade = upgrade(database, listener, schema -> {
        schema.addConstraintNotValid("user", check("user_named", "email <> ''"));
        schema.validateConstraint("user", "user_named");
      });

      String blocker = listener.blocker.get(LONGEST, TimeUnit.SECONDS);
      assertTrue(blocker.endsWith(": LOCK TABLE \"user\" IN SHARE UPDATE EXCLUSIVE MODE"), blocker);
      upkeep.rollback();
      assertEquals(THIRD, upgrade.get().applied().get(0).revision());
    }
  }

  @ParameterizedTest
  @MethodSource("majors")
  void tellsHowFarAnIndexBuildIs(int major) throws Exception {
    DataSource database = shop(major);
    execute(database, """
        CREATE FUNCTION slow(x text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_catalog.pg_sleep(0.0005); RETURN x; END $$;
        INSERT INTO "user" (email) SELECT i || '@' FROM generate_series(1, 4000) i""");
    Listener listener = new Listener();

    upgrade(
            database,
            listener,
            schema -> schema.createIndexConcurrently("user", index("user_note", "(slow(email))")))
        .get();

    StepProgress progress = listener.progress.get(LONGEST, TimeUnit.SECONDS);
    assertEquals("blocks, scanning table", progress.unit());
    assertTrue(progress.done() <= progress.total(), progress.toString());
  }

  /** Whoever lends one connection has no second one to watch from. */
  @Test
  void doesWithoutASecondConnection() throws Exception {
    DataSource database = shop(Postgres.NEWEST);
    try (Connection only = database.getConnection()) {
      Migrator migrator = Migrator.builder(only)
          .migrations(Shop.migrations()
              .add(
                  THIRD,
                  schema -> schema.createIndexConcurrently("user", index("user_note", "address")),
                  schema -> schema.dropIndexConcurrently("user_note")))
          .build();

      assertEquals(THIRD, migrator.upgrade().applied().get(0).revision());
    }
  }

  /** With what takes a moment for each row. */
  private static DataSource shopWithSlowCheck() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    execute(
        database,
        "CREATE FUNCTION slow(x text) RETURNS boolean LANGUAGE plpgsql AS $$"
            + " BEGIN PERFORM pg_sleep(0.04); RETURN true; END $$");
    return database;
  }

  private static void checkSlowly(SchemaEditor schema) {
    schema.addConstraintNotValid("user", check("user_slow", "public.slow(email)"));
    schema.validateConstraint("user", "user_slow");
  }

  /** It waits for the connection that the step has, and the step does not wait for it. */
  @Test
  void costsNothingWhereAPoolHasOneConnection() throws Exception {
    DataSource database = shopWithSlowCheck();
    try (Connection only = database.getConnection()) {
      DataSource pool = new OneConnection(only).pooled();
      long start = System.nanoTime();
      Migrator.builder(pool)
          .migrations(Shop.migrations().add(THIRD, WatcherTest::checkSlowly))
          .build()
          .upgrade();

      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.compareTo(Duration.ofSeconds(2)) >= 0, took.toString());
      assertTrue(took.compareTo(Duration.ofSeconds(6)) < 0, took.toString());
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("lockstep-watcher")) {
          thread.join(10_000);
          assertFalse(thread.isAlive());
        }
      }
      assertTimeoutPreemptively(
          Duration.ofSeconds(LONGEST), () -> pool.getConnection().close());
    }
  }

  /** What it would look from is the connection at work, whose transaction it would end. */
  @Test
  void doesNotTouchTheConnectionOfTheRun() throws Exception {
    DataSource database = shopWithSlowCheck();
    try (Connection only = database.getConnection()) {
      OneConnection shared = new OneConnection(only);
      Migrator.builder(shared.shared())
          .migrations(Shop.migrations().add(THIRD, schema -> {
            checkSlowly(schema);
            schema.addColumn("user", column("a", text()));
          }))
          .build()
          .upgrade();

      assertFalse(shared.users().contains("lockstep-watcher"));
    }
    assertEquals(
        List.of("applied 3 3"),
        query(
            database,
            "SELECT concat_ws(' ', state, steps_done, steps) FROM lockstep_history"
                + " WHERE revision = '" + THIRD + "'"));
  }

  private static void send(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
