package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
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
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations that fail. */
class MigrationFailureTest {
  private static final String THIRD = "M0003_Wrong";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static <E extends LockstepException> E fails(
      Class<E> kind, DataSource database, MigrationSet set) {
    return assertThrows(kind, () -> migrator(database, set).upgrade());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aMigrationThatFailsLeavesNothing(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgradeTo("M0001");
    WrittenMigrations wrong = Shop.migrations().add(THIRD, schema -> {
      schema.addColumn("user", column("note", text()));
      schema.sql("CREATE ROLE x PASSWORD 'geheim' NONSENSE");
    });
    String before = CatalogDump.of(database, "public");

    MigrationFailedException failure = fails(MigrationFailedException.class, database, wrong);

    assertEquals("""
        [lockstep:MigrationFailed] M0003_Wrong was rolled back: unrecognized role option "nonsense" (42601)
            statement: CREATE ROLE x PASSWORD '***' NONSENSE
            before it in this run: M0002_AddAddressToUser (applied, stays so)
            next upgrade: begins with M0003_Wrong""", failure.getMessage());
    assertEquals(Outcome.FAILED, failure.outcome());
    assertEquals(
        new MigrationFailedException.Failure(
            THIRD, List.of(SECOND), "CREATE ROLE x PASSWORD '***' NONSENSE", "42601"),
        failure.failure());
    assertEquals("1 pending", migrator(database, wrong).status().summary());
    assertEquals(List.of(), locks(database));

    migrator(database).downgrade(1);
    assertEquals(before, CatalogDump.of(database, "public"));
  }

  /** Also what the server's own words leave open. */
  @Test
  void saysWhatCanBeDone() throws SQLException {
    assertSays(
        "find them: SELECT \"address\", count(*) FROM \"user\" GROUP BY \"address\""
            + " HAVING count(*) > 1",
        schema -> schema.addConstraint("user", unique("user_address_key", "address")));
    assertSays(
        "find them: SELECT \"address\", count(*) FROM \"user\" GROUP BY \"address\""
            + " HAVING count(*) > 1",
        schema -> schema.createIndexConcurrently("user", uniqueIndex("user_i", "address")));
    assertSays(
        "it is there already, made by somebody else or by another migration; compare: check",
        schema -> schema.createTable("user"));
    assertSays("limit: a statement_timeout that the migration itself sets", schema -> {
      schema.sql("SET LOCAL statement_timeout = 1");
      schema.sql("SELECT pg_sleep(10)");
    });
    assertSays("grant: what the server names, or run it as the owner of the tables", schema -> {
      schema.sql("SET LOCAL ROLE nobody");
      schema.dropTable("user");
    });
  }

  private static void assertSays(String line, Consumer<SchemaEditor> steps) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    execute(database, "DROP ROLE IF EXISTS nobody");
    execute(database, "CREATE ROLE nobody");
    execute(database, "INSERT INTO \"user\" (email, address) VALUES ('a', ''), ('b', '')");

    MigrationFailedException failure = fails(
        MigrationFailedException.class, database, Shop.migrations().add(THIRD, steps::accept));

    assertTrue(
        failure.getMessage().lines().anyMatch(each -> each.strip().equals(line)),
        failure.getMessage());
  }

  @Test
  void theNextRunGoesOnWithTheMendedMigration() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    fails(
        MigrationFailedException.class,
        database,
        Shop.migrations().add(THIRD, schema -> schema.dropTable("ghost")));

    UpgradeReport report = migrator(
            database, Shop.migrations().add(THIRD, schema -> schema.dropColumn("user", "address")))
        .upgrade();

    assertEquals(List.of(THIRD), report.at());
    assertEquals(1, report.applied().size());
  }

  @Test
  void aDowngradeThatFailsLeavesEverything() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(
        database,
        Shop.migrations()
            .add(THIRD, schema -> schema.addColumn("user", column("a", text())), schema -> {
              schema.dropColumn("user", "a");
              schema.dropColumn("user", "b");
            }));
    migrator.upgrade();
    String before = CatalogDump.of(database, "public");

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, () -> migrator.downgradeTo("base"));

    assertEquals("42703", failure.failure().sqlState());
    assertTrue(failure.getMessage().endsWith("next downgrade: begins with M0003_Wrong"));
    assertEquals(before, CatalogDump.of(database, "public"));
    assertEquals("up to date, 3 applied", migrator.status().summary());
  }

  @Fault(Scenario.USER_CODE)
  @ParameterizedTest
  @ValueSource(strings = {"commit", "rollback", "close", "setAutoCommit"})
  void aStepInJavaCannotEndTheTransaction(String call) {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations()
        .add(
            THIRD,
            schema -> schema.run("be naughty", connection -> {
              switch (call) {
                case "commit" -> connection.commit();
                case "rollback" -> connection.rollback();
                case "close" -> connection.close();
                default -> connection.setAutoCommit(true);
              }
            }));

    MigrationFailedException failure = fails(MigrationFailedException.class, database, migrations);

    assertEquals("""
        [lockstep:MigrationFailed] M0003_Wrong was rolled back: a migration's step must not call %s: Lockstep commits or rolls back the migration as a whole
            step: be naughty
            before it in this run: M0001_InitialMigration, M0002_AddAddressToUser (applied, stays so)
            next upgrade: begins with M0003_Wrong""".formatted(call), failure.getMessage());
  }

  @Test
  void aStepInJavaMayUseSavepoints() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations()
        .add(
            THIRD,
            schema -> schema.run("try", connection -> {
              var savepoint = connection.setSavepoint();
              try (Statement statement = connection.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute("nonsense"));
                connection.rollback(savepoint);
                statement.execute("INSERT INTO \"user\" (email) VALUES ('a')");
              }
            }));

    migrator(database, migrations).upgrade();

    assertEquals(List.of("a"), query(database, "SELECT email FROM \"user\""));
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void anExceptionOfAStepIsTheCause() {
    IllegalStateException thrown = new IllegalStateException("no such luck");

    MigrationFailedException failure = fails(
        MigrationFailedException.class,
        Postgres.newDatabase(Postgres.NEWEST),
        Shop.migrations()
            .add(
                THIRD,
                schema -> schema.run("fail", connection -> {
                  throw thrown;
                })));

    assertEquals(thrown, failure.getCause());
    assertTrue(failure
        .getMessage()
        .startsWith("[lockstep:MigrationFailed] M0003_Wrong was"
            + " rolled back: java.lang.IllegalStateException: no such luck\n    step: fail\n"));
  }

  @Test
  void aMigrationThatThrowsIsReportedBeforeAnythingIsDone() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    MigrationFailedException failure =
        fails(MigrationFailedException.class, database, Shop.migrations().add(THIRD, schema -> {
          throw new UnsupportedOperationException("irreversible");
        }));

    assertEquals("MigrationInvalid", failure.code());
    assertEquals(List.of(), migrator(database).history().entries());
  }

  @Fault(Scenario.USER_CODE)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "INSERT INTO \"user\" (email) VALUES ('a'); commit work; SELECT 1",
        "/* hidden */ ROLLBACK",
        "BEGIN",
        "START TRANSACTION",
        "PREPARE TRANSACTION 'x'",
        "ABORT",
        "END",
        "END TRANSACTION",
        "end work",
        "create table x(i int); END; create table y()",
        "SELECT CASE WHEN true THEN 1 END; END",
        "SELECT 1 AS case; END",
        "SELECT begin atomic FROM (SELECT 1) AS t (begin); END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; END; END",
        "ROLLBACK TRANSACTION",
        "ROLLBACK WORK"
      })
  void sqlThatEndsItsTransactionIsRefusedBeforeAnythingIsDone(String sql) {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    UsageException refusal = fails(
        UsageException.class, database, Shop.migrations().add(THIRD, schema -> schema.sql(sql)));

    assertEquals("TransactionControl", refusal.code());
    assertEquals(List.of(), migrator(database).history().entries());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT CASE WHEN true THEN 1 END; SELECT 2",
        "DO $$ BEGIN PERFORM 1; END; $$; SELECT ';', '; END'",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END;"
            + " END",
        "CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC END",
        "SAVEPOINT s; SELECT 1; ROLLBACK TRANSACTION TO SAVEPOINT s",
        "SAVEPOINT s; ROLLBACK WORK TO s; ROLLBACK TO s",
        "PREPARE p AS SELECT 1"
      })
  void sqlThatOnlyLooksLikeItIsExecuted(String sql) {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database, Shop.migrations().add(THIRD, schema -> schema.sql(sql)));

    migrator.upgrade();

    assertEquals("up to date, 3 applied", migrator.status().summary());
  }

  @Fault(Scenario.USER_CODE)
  @Test
  void aTransactionThatEndedUnseenIsReportedAsHalfDone() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations().add(THIRD, schema -> {
      schema.addColumn("user", column("a", text()));
      schema.run("end it", connection -> {
        try (Statement statement = connection.createStatement()) {
          statement.execute("SELECT 'end it'");
        }
      });
      schema.addColumn("user", column("b", text()));
    });

    // No SQL is known that ends it: the driver does.
    DataSource ending = new RewritingDataSource(
            database, "SELECT 'end it'", "COMMIT; CREATE TABLE after_it ()")
        .dataSource();
    MigrationFailedException failure = fails(MigrationFailedException.class, ending, migrations);

    assertEquals("TransactionEnded", failure.code());
    assertEquals(6, failure.outcome().exitCode());
    assertTrue(failure.getMessage().contains("what it did after that may be committed too"));
    assertEquals(List.of("0"), query(database, "SELECT count(*) FROM after_it"));
    execute(database, "DROP TABLE after_it");
    Migrator migrator = migrator(database, migrations);
    assertEquals("1 part-way", migrator.status().summary());
    assertEquals(Outcome.PART_WAY, migrator.status().outcome());
    assertEquals(
        """
        [lockstep:PartWay] M0003_Wrong was left half-way while upgrading: part of it is committed
            bring the database by hand to where it is applied, then: stamp M0003_Wrong
            or to where it is not, then stamp the revision before it""", assertThrows(MigrationFailedException.class, migrator::upgrade).getMessage());

    execute(database, "ALTER TABLE \"user\" ADD b text");
    migrator.stamp("head");

    assertEquals("up to date, 3 applied", migrator.status().summary());
    assertEquals(List.of(), migrator.check().differences());
  }

  @Test
  void aSessionThatIsKilledIsRolledBackByTheServer() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations killed = Shop.migrations().add(THIRD, schema -> {
      schema.addColumn("user", column("a", text()));
      schema.run("kill", connection -> {
        try (Statement statement = connection.createStatement();
            ResultSet pid = statement.executeQuery("SELECT pg_backend_pid()")) {
          pid.next();
          execute(database, "SELECT pg_terminate_backend(" + pid.getInt(1) + ")");
        }
      });
      schema.addColumn("user", column("b", text()));
    });

    MigrationFailedException failure = fails(MigrationFailedException.class, database, killed);

    assertEquals("MigrationFailed", failure.code());
    assertEquals(List.of(FIRST, SECOND), failure.failure().finished());
    assertEquals("1 pending", migrator(database, killed).status().summary());
    assertEquals(List.of(), migrator(database, killed).check().differences());
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aCommitWithoutAnAnswerIsToldAsSuch(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgradeTo("M0001");
    try (ServerProxy proxy = ServerProxy.to(database)) {
      proxy.loseAnswerTo("COMMIT");
      Migrator migrator = Shop.builder(proxy.dataSource())
          .migrations(Shop.migrations())
          .retryFor(Shop.ONE_CONNECTION)
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("CommitUnknown", failure.code());
      assertEquals("08006", failure.failure().sqlState());
    }
    // The server did commit, and the next run sees it.
    assertEquals(
        new UpgradeReport(List.of(), List.of(SECOND)), migrator(database).upgrade());
  }

  private static List<String> locks(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT objid FROM pg_locks JOIN pg_database d ON d.oid = database"
            + " WHERE locktype = 'advisory' AND datname = current_database()");
  }
}
