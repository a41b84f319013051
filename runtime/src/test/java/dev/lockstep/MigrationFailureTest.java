package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    MigrationFailedException failure =
        fails(MigrationFailedException.class, database, wrong);

    assertEquals(
        """
        [lockstep:MigrationFailed] M0003_Wrong was rolled back: unrecognized role option "nonsense"; Position: 33 (42601)
            statement: CREATE ROLE x PASSWORD '***' NONSENSE
            before it in this run: M0002_AddAddressToUser (applied, stays so)
            next upgrade: begins with M0003_Wrong""",
        failure.getMessage());
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

  @Test
  void aChangedMigrationIsRefused() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    WrittenMigrations changed = Shop.migrations()
        .edit(SECOND, schema -> schema.addColumn("user", column("address", text())));

    HistoryMismatchException refusal =
        fails(HistoryMismatchException.class, database, changed);

    assertEquals(
        """
        [lockstep:MigrationChanged] M0002_AddAddressToUser is not what was applied here: the statements differ
            restore: bring back the file as it was applied, and write a new migration for the rest
            or, if this database already is what the file says now: stamp M0002_AddAddressToUser""",
        refusal.getMessage());
    assertEquals(5, refusal.outcome().exitCode());
    assertEquals("1 changed", migrator(database, changed).status().summary());
    assertThrows(
        HistoryMismatchException.class, () -> migrator(database, changed).downgrade(1));
    assertThrows(HistoryMismatchException.class, () -> migrator(database, changed).check());

    assertEquals(List.of(SECOND), migrator(database, changed).stamp("head").recorded());
    assertEquals(List.of(SECOND), migrator(database, changed).upgrade().at());
  }

  @Test
  void aDatabaseThatIsAheadIsRefused() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    WrittenMigrations older = Shop.migrations().copy(Set.of(FIRST));

    HistoryMismatchException refusal = fails(HistoryMismatchException.class, database, older);

    assertEquals("DatabaseAhead", refusal.code());
    assertTrue(refusal.getMessage().contains(SECOND));
    assertEquals("1 unknown", migrator(database, older).status().summary());
    assertEquals(Outcome.HISTORY_MISMATCH, migrator(database, older).status().outcome());
    assertThrows(HistoryMismatchException.class, () -> migrator(database, older).stamp("head"));
  }

  @Test
  void objectsWithoutAHistoryAreRefused() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    execute(database, "DROP TABLE lockstep_history");

    HistoryMismatchException refusal =
        fails(HistoryMismatchException.class, database, Shop.migrations());

    assertEquals(
        """
        [lockstep:ObjectsWithoutHistory] no migration is recorded, but tables that they create are there: public.user
            if they are what the migrations say: stamp M0002_AddAddressToUser (or an earlier revision)
            if not: use another schema or database""",
        refusal.getMessage());
    assertEquals(
        List.of("false"),
        query(database, "SELECT (to_regclass('lockstep_history') IS NOT NULL)::text"));

    migrator(database).stamp("head");
    assertEquals(List.of(SECOND), migrator(database).upgrade().at());
  }

  @Test
  void tablesOfOthersDoNotMatter() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, "CREATE TABLE other (id int)");

    assertEquals(2, migrator(database).upgrade().applied().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit", "rollback", "close", "setAutoCommit"})
  void aStepInJavaCannotEndTheTransaction(String call) {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations()
        .add(THIRD, schema -> schema.run("be naughty", connection -> {
          switch (call) {
            case "commit" -> connection.commit();
            case "rollback" -> connection.rollback();
            case "close" -> connection.close();
            default -> connection.setAutoCommit(true);
          }
        }));

    MigrationFailedException failure =
        fails(MigrationFailedException.class, database, migrations);

    assertEquals(
        """
        [lockstep:MigrationFailed] M0003_Wrong was rolled back: a migration's step must not call %s: Lockstep commits or rolls back the migration as a whole
            step: be naughty
            before it in this run: M0001_InitialMigration, M0002_AddAddressToUser (applied, stays so)
            next upgrade: begins with M0003_Wrong"""
            .formatted(call),
        failure.getMessage());
  }

  @Test
  void aStepInJavaMayUseSavepoints() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations()
        .add(THIRD, schema -> schema.run("try", connection -> {
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

  @Test
  void anExceptionOfAStepIsTheCause() {
    IllegalStateException thrown = new IllegalStateException("no such luck");

    MigrationFailedException failure = fails(
        MigrationFailedException.class,
        Postgres.newDatabase(Postgres.NEWEST),
        Shop.migrations().add(THIRD, schema -> schema.run("fail", connection -> {
          throw thrown;
        })));

    assertEquals(thrown, failure.getCause());
    assertTrue(failure.getMessage().startsWith("[lockstep:MigrationFailed] M0003_Wrong was"
        + " rolled back: java.lang.IllegalStateException: no such luck\n    step: fail\n"));
  }

  @Test
  void aMigrationThatThrowsIsReportedBeforeAnythingIsDone() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    MigrationFailedException failure = fails(
        MigrationFailedException.class,
        database,
        Shop.migrations().add(THIRD, schema -> {
          throw new UnsupportedOperationException("irreversible");
        }));

    assertEquals("MigrationInvalid", failure.code());
    assertEquals(List.of(), migrator(database).history().entries());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMMIT",
        "INSERT INTO \"user\" (email) VALUES ('a'); commit work; SELECT 1",
        "/* hidden */ ROLLBACK",
        "BEGIN",
        "START TRANSACTION",
        "PREPARE TRANSACTION 'x'",
        "ABORT"
      })
  void sqlThatEndsItsTransactionIsRefusedBeforeAnythingIsDone(String sql) {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    UsageException refusal = fails(
        UsageException.class,
        database,
        Shop.migrations().add(THIRD, schema -> schema.sql(sql)));

    assertEquals("TransactionControl", refusal.code());
    assertEquals(List.of(), migrator(database).history().entries());
  }

  @Test
  void sqlThatEndsItsTransactionUnseenIsReportedAsHalfDone() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations().add(THIRD, schema -> {
      schema.addColumn("user", column("a", text()));
      schema.sql("END");
      schema.addColumn("user", column("b", text()));
    });

    MigrationFailedException failure =
        fails(MigrationFailedException.class, database, migrations);

    assertEquals("TransactionEnded", failure.code());
    assertEquals(6, failure.outcome().exitCode());
    Migrator migrator = migrator(database, migrations);
    assertEquals("1 part-way", migrator.status().summary());
    assertEquals(Outcome.PART_WAY, migrator.status().outcome());
    assertEquals(
        """
        [lockstep:PartWay] M0003_Wrong was left half-way while upgrading: part of it is committed
            bring the database by hand to where it is applied, then: stamp M0003_Wrong
            or to where it is not, then stamp the revision before it""",
        assertThrows(MigrationFailedException.class, migrator::upgrade).getMessage());

    execute(database, "ALTER TABLE \"user\" ADD b text");
    migrator.stamp("head");

    assertEquals("up to date, 3 applied", migrator.status().summary());
    assertEquals(List.of(), migrator.check().differences());
  }

  @Test
  void whatTheRoleHasSetDoesNotMatter() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(
        database,
        """
        CREATE SCHEMA evil;
        CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT 'epoch'::timestamptz $$;
        CREATE FUNCTION evil.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT 'epoch'::timestamptz $$;
        CREATE FUNCTION evil.nothing(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT false $$;
        CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.nothing);
        CREATE VIEW evil.pg_class AS SELECT 1 AS nonsense;
        CREATE VIEW evil.pg_namespace AS SELECT 1 AS nonsense;
        CREATE TABLE evil.lockstep_history (nonsense int);
        CREATE TABLE evil."user" (nonsense int);
        DO $$ BEGIN
          EXECUTE format('ALTER DATABASE %I SET search_path = evil, pg_catalog', current_database());
          EXECUTE format('ALTER DATABASE %I SET statement_timeout = 200', current_database());
          EXECUTE format('ALTER DATABASE %I SET lock_timeout = 1', current_database());
          EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off', current_database());
          EXECUTE format('ALTER DATABASE %I SET "DateStyle" = ''SQL, DMY''', current_database());
        END $$""");
    WrittenMigrations migrations = Shop.migrations().add("M0003_Slow", schema -> {
      schema.sql("SELECT pg_sleep(0.3)");
      schema.sql("INSERT INTO \"user\" (email, address) VALUES ('a\\b', '01/02/2024'::date)");
    });

    Migrator migrator = migrator(database, migrations);
    migrator.upgrade();

    assertEquals(List.of(), migrator.upgrade().applied());
    assertEquals(List.of(), migrator.check().differences());
    assertEquals(
        List.of("a\\b 2024-01-02"),
        query(database, "SELECT email || ' ' || address FROM public.\"user\""));
    assertEquals(
        List.of("true"),
        query(
            database,
            "SELECT (min(started_at) > 'epoch'::timestamptz)::text FROM public.lockstep_history"));
    assertEquals(2, migrator.downgradeTo("M0001").reverted().size());
  }

  @Test
  void settingsOfABorrowedConnectionStay() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = pg_catalog; SET lock_timeout = '7s'");
      Migrator.builder(connection).migrations(Shop.migrations()).build().upgrade();

      try (var row = statement.executeQuery(
          "SELECT current_setting('search_path') || current_setting('lock_timeout')")) {
        row.next();
        assertEquals("pg_catalog7s", row.getString(1));
      }
    }
  }

  @Test
  void aConnectionInATransactionIsRefused() throws SQLException {
    try (Connection connection =
        Postgres.newDatabase(Postgres.NEWEST).getConnection()) {
      connection.setAutoCommit(false);
      Migrator migrator =
          Migrator.builder(connection).migrations(Shop.migrations()).build();

      assertEquals(
          "TransactionOpen",
          assertThrows(UsageException.class, migrator::upgrade).code());
      assertFalse(connection.getAutoCommit());
    }
  }

  @Test
  void retriesWhileTheApplicationHoldsATable() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgradeTo("M0001");
    List<String> reasons = new ArrayList<>();
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      application.createStatement().execute("SELECT * FROM \"user\"");
      Migrator migrator = Migrator.builder(database)
          .migrations(Shop.migrations())
          .lockTimeout(Duration.ofMillis(50))
          .listener(new MigrationListener() {
            @Override
            public void retrying(String revision, String reason, Duration pause) {
              reasons.add(reason);
              if (reasons.size() == 2) {
                rollBack(application);
              }
            }
          })
          .build();

      assertEquals(List.of(SECOND), migrator.upgrade().at());
    }
    assertEquals(2, reasons.size());
    assertTrue(reasons.get(0).contains("(55P03)"), reasons.get(0));
  }

  @Test
  void givesUpWhereTheApplicationNeverLetsGo() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgradeTo("M0001");
    try (Connection application = database.getConnection()) {
      application.setAutoCommit(false);
      application.createStatement().execute("SELECT * FROM \"user\"");
      Migrator migrator = Migrator.builder(database)
          .migrations(Shop.migrations())
          .lockTimeout(Duration.ofMillis(10))
          .retryFor(Duration.ofMillis(100))
          .build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("Blocked", failure.code());
      assertEquals("55P03", failure.failure().sqlState());
    }
  }

  @Test
  void aReadOnlyDatabaseIsUnsuitable() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(
        database,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',"
            + " current_database()); END $$");

    LockstepException failure =
        fails(UnsuitableServerException.class, database, Shop.migrations());

    assertEquals("ReadOnly", failure.code());
    assertEquals(7, failure.outcome().exitCode());
  }

  @Test
  void aHistoryTableOfAnotherKindIsRefused() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(database, "CREATE TABLE lockstep_history (nonsense int)");

    assertEquals(
        "HistoryUnreadable",
        fails(HistoryMismatchException.class, database, Shop.migrations()).code());
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> locks(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT objid FROM pg_locks JOIN pg_database d ON d.oid = database"
            + " WHERE locktype = 'advisory' AND datname = current_database()");
  }
}
