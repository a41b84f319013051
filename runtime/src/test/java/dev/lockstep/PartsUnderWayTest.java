package dev.lockstep;

import static dev.lockstep.MigrationInParts.THIRD;
import static dev.lockstep.MigrationInParts.heard;
import static dev.lockstep.MigrationInParts.history;
import static dev.lockstep.MigrationInParts.indexes;
import static dev.lockstep.MigrationInParts.migrations;
import static dev.lockstep.MigrationInParts.shop;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.index;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Migrations that run in parts beside an application at work. */
class PartsUnderWayTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations oneIndex() {
    return Shop.migrations()
        .add(
            THIRD,
            schema -> schema.createIndexConcurrently("user", index("user_note", "address")),
            schema -> schema.dropIndexConcurrently("user_note"));
  }

  private static Migrator once(DataSource database) {
    return Shop.builder(database)
        .migrations(oneIndex())
        .retryFor(Shop.ONE_CONNECTION)
        .build();
  }

  @Fault(Scenario.KILL_IN_CONCURRENT_BUILD)
  @ParameterizedTest
  @MethodSource("majors")
  void aBuildThatIsEndedWhileItWaitsIsDoneAnew(int major) throws Exception {
    DataSource database = shop(major);
    try (Connection application = writing(database)) {
      CompletableFuture<Void> upgrade =
          CompletableFuture.runAsync(() -> once(database).upgrade());
      end(database, "CREATE INDEX CONCURRENTLY", upgrade);

      Throwable failure = assertThrows(CompletionException.class, upgrade::join).getCause();

      assertTrue(
          failure
              .getMessage()
              .startsWith("[lockstep:StoppedPartWay] M0003_Notes stopped part-way,"
                  + " 0 of 1 step is committed: "),
          failure.getMessage());
      assertTrue(
          indexes(database).contains("user_note INVALID"), indexes(database).toString());
      application.rollback();
    }

    migrator(database, oneIndex()).upgrade();

    assertEquals(List.of("user_email_key", "user_note", "user_pkey"), indexes(database));
    assertTrue(history(database).get(2).startsWith(THIRD + " 3 applied 1 1 t "));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aDropThatIsEndedWhileItWaitsIsDoneAnew(int major) throws Exception {
    DataSource database = shop(major);
    migrator(database, oneIndex()).upgrade();
    try (Connection application = writing(database)) {
      CompletableFuture<Void> downgrade =
          CompletableFuture.runAsync(() -> once(database).downgrade(1));
      end(database, "DROP INDEX CONCURRENTLY", downgrade);

      assertThrows(CompletionException.class, downgrade::join);

      assertTrue(
          indexes(database).contains("user_note INVALID"), indexes(database).toString());
      application.rollback();
    }

    assertEquals(List.of(SECOND), migrator(database, oneIndex()).downgrade(1).at());
    assertEquals(List.of("user_email_key", "user_pkey"), indexes(database));
  }

  @Test
  void aPartThatIsBlockedIsTriedAgainAndKeepsWhatCameBefore() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      Migrator migrator = Shop.builder(database)
          .migrations(migrations())
          .lockTimeout(Duration.ofMillis(10))
          .retryFor(Duration.ofMillis(50))
          .listener(new MigrationListener() {
            @Override
            public void stepStarted(String revision, String step, int number, int total) {
              if (number == 3) {
                run(application, "SELECT FROM \"user\"");
              }
            }
          })
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("Blocked", failure.code());
      assertEquals(Outcome.PART_WAY, failure.outcome());
      assertTrue(failure.getMessage().contains("2 of 7 steps are committed: others held"));
      application.rollback();
    }
    assertEquals(List.of(THIRD), migrator(database, migrations()).upgrade().at());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatBlocksNobodyWaitsAsLongAsItTakes(int major) throws SQLException {
    DataSource database = shop(major);
    execute(database, """
        CREATE SCHEMA spy;
        CREATE TABLE spy.seen (n serial, tag text, patience text, statement text);
        CREATE FUNCTION spy.look() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO spy.seen (tag, patience, statement) VALUES (tg_tag,
            current_setting('lock_timeout'), current_setting('statement_timeout'));
        END $$;
        CREATE EVENT TRIGGER spy ON ddl_command_start EXECUTE FUNCTION spy.look()""");

    migrator(database, migrations()).upgrade();

    assertEquals(
        List.of(
            "ALTER TABLE 2s 0",
            "CREATE INDEX 0 0",
            "ALTER TABLE 2s 0",
            "ALTER TABLE 750ms 0",
            "ALTER TABLE 0 0",
            "CREATE INDEX 0 0",
            "ALTER TABLE 2s 0"),
        query(
            database, "SELECT concat_ws(' ', tag, patience, statement) FROM spy.seen ORDER BY n"));
  }

  /** While it waits for the second table, others wait for the first. */
  @Test
  void theWaitsOfATransactionShareOneTimeout() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    execute(database, "CREATE TABLE spy (n serial, patience interval)");
    String look = "INSERT INTO spy (patience) VALUES (current_setting('lock_timeout')::interval)";

    Shop.builder(database)
        .lockTimeout(Duration.ofMillis(1000))
        .migrations(Shop.migrations().add(THIRD, schema -> {
          schema.sql(look);
          schema.sql("SELECT pg_sleep(0.4)");
          schema.sql(look);
          schema.sql("SELECT pg_sleep(0.8)");
          schema.sql(look);
        }))
        .build()
        .upgrade();

    assertEquals(
        List.of("t", "t", "t"),
        query(
            database,
            "SELECT CASE n WHEN 1 THEN patience = '1 s'"
                + " WHEN 2 THEN patience BETWEEN '76 ms' AND '350 ms' ELSE patience = '76 ms' END"
                + " FROM spy ORDER BY n"));
  }

  @Test
  void aValidationAloneIsOneTransaction() throws Exception {
    DataSource database = shop(Postgres.NEWEST);
    execute(database, "ALTER TABLE \"user\" ADD CONSTRAINT c CHECK (id > 0) NOT VALID");
    WrittenMigrations alone =
        Shop.migrations().add(THIRD, schema -> schema.validateConstraint("user", "c"));
    try (ServerProxy proxy = ServerProxy.to(database)) {
      migrator(proxy.dataSource(), alone).upgrade();

      List<String> sent = proxy.statements();
      List<String> transaction = sent.subList(sent.indexOf("BEGIN"), sent.indexOf("COMMIT") + 1);
      // The sixth asks who it is, for the thread that watches.
      assertEquals(7 + statementsOfTheLock(), transaction.size(), transaction.toString());
    }
  }

  /** Which a migration's transaction has beside the query that begins it. */
  int statementsOfTheLock() {
    return 0;
  }

  @Test
  void anUpToDateDatabaseIsOneStatement() throws Exception {
    DataSource database = shop(Postgres.NEWEST);
    migrator(database, migrations()).upgrade();
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      proxy.reset();

      Migrator.builder(connection).migrations(migrations()).build().upgrade();

      assertEquals(1, proxy.roundTrips());
    }
  }

  @Test
  void aRunWaitsForTheOneThatIsHalfWayAtTheMoment() throws Exception {
    DataSource database = shop(Postgres.NEWEST);
    CompletableFuture<LockTimeoutException> down = new CompletableFuture<>();
    Migrator second = Shop.builder(database)
        .migrations(migrations())
        .lockWait(Duration.ofMillis(50))
        .build();

    heard(database, step -> {
          if (step == 3) {
            down.complete(assertThrows(LockTimeoutException.class, () -> second.downgrade(1)));
          }
        })
        .upgrade();

    assertEquals("Busy", down.join().code());
  }

  @Test
  void aConstraintThatRowsBreakStopsItAndGoesOnOnceTheyAreMended() throws SQLException {
    DataSource database = shop(Postgres.NEWEST);
    WrittenMigrations broken = Shop.migrations().add(THIRD, schema -> {
      schema.addConstraintNotValid("user", check("short", "length(address) < 3"));
      schema.validateConstraint("user", "short");
    });
    Migrator migrator = migrator(database, broken);

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);

    assertEquals("23514", failure.failure().sqlState());
    assertTrue(
        failure.getMessage().contains("next upgrade: goes on with step 2 of M0003_Notes"),
        failure.getMessage());
    execute(database, "UPDATE \"user\" SET address = 'x'");
    assertEquals(List.of(THIRD), migrator.upgrade().at());
  }

  /** With an open transaction that every build and drop of an index waits for. */
  private static Connection writing(DataSource database) throws SQLException {
    Connection application = database.getConnection();
    application.setAutoCommit(false);
    run(application, "UPDATE \"user\" SET address = address WHERE id = 1");
    return application;
  }

  /** Ends the session that waits in such a statement, as soon as it does. */
  private static void end(DataSource database, String statement, CompletableFuture<Void> run)
      throws SQLException {
    String ended = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname ="
        + " current_database() AND wait_event_type = 'Lock' AND query LIKE '" + statement + "%'";
    while (query(database, ended).isEmpty() && !run.isDone()) {
      Thread.onSpinWait();
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
