package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the role, the database and the pool have set. */
class ServerSettingsTest {
  /** Longer than a busy machine takes from one statement to the next. */
  private static final Duration IDLE = Duration.ofMillis(300);

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static <E extends LockstepException> E fails(
      Class<E> kind, DataSource database, MigrationSet set) {
    return assertThrows(kind, () -> migrator(database, set).upgrade());
  }

  @Fault({Scenario.SETTINGS_OF_THE_ROLE, Scenario.HOSTILE_SEARCH_PATH})
  @ParameterizedTest
  @MethodSource("majors")
  void whatTheRoleHasSetDoesNotMatter(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    execute(database, """
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
          EXECUTE format('ALTER DATABASE %I SET statement_timeout = 1000', current_database());
          EXECUTE format('ALTER DATABASE %I SET lock_timeout = 1', current_database());
          EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = 10', current_database());
          EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off', current_database());
          EXECUTE format('ALTER DATABASE %I SET "DateStyle" = ''SQL, DMY''', current_database());
        END $$""");
    WrittenMigrations migrations = Shop.migrations().add("M0003_Slow", schema -> {
      schema.sql("SELECT pg_sleep(1.2)");
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

  @Fault(Scenario.SETTINGS_OF_THE_ROLE)
  @ParameterizedTest
  @MethodSource("majors")
  void settingsOfABorrowedConnectionStay(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = pg_catalog; SET lock_timeout = '7s';"
          + " SET idle_session_timeout = '8s'");
      Migrator.builder(connection).migrations(Shop.migrations()).build().upgrade();

      try (var row = statement.executeQuery(
          "SELECT current_setting('search_path') || current_setting('lock_timeout')"
              + " || current_setting('idle_session_timeout')")) {
        row.next();
        assertEquals("pg_catalog7s8s", row.getString(1));
      }
    }
  }

  /** What has the lock and waits for a table is not idle, whatever the role thinks of idling. */
  @Fault(Scenario.SETTINGS_OF_THE_ROLE)
  @ParameterizedTest
  @MethodSource("majors")
  void theSessionWithTheLockMayWait(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgradeTo("M0001");
    execute(
        database,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET idle_session_timeout = "
            + IDLE.toMillis() + "', current_database()); END $$");
    List<String> lost = new ArrayList<>();
    try (Connection application = database.getConnection();
        Statement statement = application.createStatement()) {
      statement.execute("SET idle_session_timeout = 0");
      application.setAutoCommit(false);
      statement.execute("SELECT FROM \"user\"");
      Migrator migrator = Shop.builder(database)
          .migrations(Shop.migrations())
          .lockTimeout(Duration.ofMillis(20))
          .listener(new MigrationListener() {
            private final long enough = System.nanoTime() + IDLE.multipliedBy(3).toNanos();

            @Override
            public void retrying(String revision, String reason, Duration pause) {
              if (System.nanoTime() > enough) {
                endTransaction(application);
              }
            }

            @Override
            public void connectionLost(String reason, Duration pause) {
              lost.add(reason);
            }
          })
          .build();

      migrator.upgrade();
    }
    assertEquals(List.of(), lost);
  }

  private static void endTransaction(Connection application) {
    try {
      application.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aConnectionInATransactionIsRefused() throws SQLException {
    try (Connection connection = Postgres.newDatabase(Postgres.NEWEST).getConnection()) {
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
  void aReadOnlyDatabaseIsUnsuitable() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    execute(
        database,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',"
            + " current_database()); END $$");

    LockstepException failure = fails(UnsuitableServerException.class, database, Shop.migrations());

    assertEquals("ReadOnly", failure.code());
    assertEquals(7, failure.outcome().exitCode());
  }

  static List<Arguments> readOnly() {
    return Stream.of("default", "always", "ignore", "by the pool")
        .flatMap(how -> Postgres.majors().stream().map(major -> arguments(how, major)))
        .toList();
  }

  /** Connections that are not to write, although the database lets them. */
  private static DataSource readOnly(DataSource database, String how) {
    if (how.equals("by the pool")) {
      return (DataSource) Proxy.newProxyInstance(
          ServerSettingsTest.class.getClassLoader(),
          new Class<?>[] {DataSource.class},
          (proxy, method, arguments) -> {
            Connection connection = database.getConnection();
            connection.setReadOnly(true);
            return connection;
          });
    }
    PGSimpleDataSource other = as((PGSimpleDataSource) database, "postgres");
    other.setReadOnly(true);
    if (!how.equals("default")) {
      other.setReadOnlyMode(how);
    }
    return other;
  }

  /** The driver lets through what it sends with a BEGIN of its own alone. */
  @ParameterizedTest
  @MethodSource("readOnly")
  void aReadOnlyConnectionChangesNothing(String how, int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    DataSource reader = readOnly(database, how);
    WrittenMigrations set = new WrittenMigrations().addTables(1, 2, "");
    assertReadOnly(reader, set, Migrator::upgrade);
    migrator(database, set).upgrade();
    String before = CatalogDump.of(database, "public");
    List<String> history = history(database);

    for (WrittenMigrations more : List.of(
        more(set).add("M0003", schema -> schema.addColumn("t1", column("a", text()))),
        more(set).add("M0003", schema -> {
          schema.addColumn("t1", column("a", text()));
          schema.addColumn("t2", column("a", text()));
        }),
        more(set).addTables(3, 42, ""),
        more(set).add("M0003", schema -> schema.sql("CREATE TABLE a (i int)")),
        more(set)
            .add(
                "M0003",
                schema -> schema.createIndexConcurrently("t1", index("t1_index", "id"))))) {
      assertReadOnly(reader, more, Migrator::upgrade);
      assertEquals(Outcome.PENDING, migrator(reader, more).status().outcome());
    }
    assertReadOnly(reader, set, migrator -> migrator.downgrade(1));
    assertReadOnly(reader, set, migrator -> migrator.stamp("M0001"));
    assertEquals(history, history(database));
    assertEquals(before, CatalogDump.of(database, "public"));

    Migrator looking = migrator(reader, set);
    assertEquals(List.of(), looking.upgrade().applied());
    assertEquals(2, looking.history().entries().size());
    assertEquals(Outcome.DONE, looking.status().outcome());
    assertEquals(List.of(), looking.check().differences());
    assertTrue(looking.script("base", "M0002").sql().contains("t2"));
  }

  private static WrittenMigrations more(WrittenMigrations set) {
    return set.copy(Set.of("M0001", "M0002"));
  }

  private static List<String> history(DataSource database) throws SQLException {
    return query(database, "SELECT h::text FROM lockstep_history h ORDER BY ordinal");
  }

  private static void assertReadOnly(
      DataSource reader, WrittenMigrations set, Consumer<Migrator> work) {
    Migrator migrator = Migrator.builder(reader)
        .migrations(set)
        .listener(new MigrationListener() {
          @Override
          public void connectionLost(String reason, Duration pause) {
            throw new AssertionError(reason);
          }
        })
        .build();

    LockstepException failure =
        assertThrows(UnsuitableServerException.class, () -> work.accept(migrator));

    assertEquals("""
        [lockstep:ReadOnly] the connection is read-only (Connection.isReadOnly)
            a URL: without readOnly=true
            a pool: setReadOnly(false) for this one""", failure.getMessage());
    assertEquals(7, failure.outcome().exitCode());
  }

  static List<Arguments> hostile() {
    return Stream.of(1, 2, 5, 20)
        .flatMap(idle -> Postgres.majors().stream().map(major -> arguments(idle, major)))
        .toList();
  }

  /** What a step set is put back before the commit: with it what ends a session that idles. */
  @Fault(Scenario.SETTINGS_OF_THE_ROLE)
  @ParameterizedTest
  @MethodSource("hostile")
  void nothingTimesOutBetweenTheSettingsAndTheCommit(int idle, int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations set = new WrittenMigrations();
    for (int i = 1; i <= 50; i++) {
      int number = i;
      if (i % 3 == 0) {
        set.add(
            "S%04d".formatted(i),
            schema -> schema.sql(
                "CREATE TABLE s" + number + " ();"
                    + " SET statement_timeout = 7000; SET lock_timeout = 7; SET application_name = 'x'"));
      } else if (i % 5 == 0) {
        set.add(
            "J%04d".formatted(i),
            schema -> schema.run("java", connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE j" + number + " ()");
              }
            }));
      } else {
        set.addTables(i, i, "");
      }
    }
    PGSimpleDataSource role = as((PGSimpleDataSource) database, "postgres");
    role.setOptions("-c idle_in_transaction_session_timeout=" + idle
        + " -c lock_timeout=1 -c statement_timeout=2000"
        + " -c default_transaction_isolation=serializable");
    List<String> lost = new ArrayList<>();
    try (Connection connection = role.getConnection()) {
      List<String> before = settings(connection);

      Migrator.builder(connection)
          .migrations(set)
          .listener(new MigrationListener() {
            @Override
            public void connectionLost(String reason, Duration pause) {
              lost.add(reason);
            }
          })
          .build()
          .upgrade();

      assertEquals(before, settings(connection));
    }
    assertEquals(List.of(), lost);
    assertEquals(
        List.of("50"),
        query(database, "SELECT count(*) FROM lockstep_history WHERE state = 'applied'"));
    assertEquals(
        List.of("50"),
        query(database, "SELECT count(*) FROM pg_class WHERE relname ~ '^[jst][0-9]+$'"));
  }

  private static List<String> settings(Connection connection) throws SQLException {
    List<String> settings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT name || '=' || setting FROM pg_settings"
            + " WHERE name !~ '^(transaction_|plpgsql|in_hot_standby)' ORDER BY name")) {
      while (rows.next()) {
        settings.add(rows.getString(1));
      }
    }
    return settings;
  }

  @Test
  void aRoleThatMayNotWriteIsToldSo() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);

    LockstepException failure =
        fails(DatabaseException.class, asRole(database, "settings_reader"), Shop.migrations());

    assertEquals("""
        [lockstep:NoPermission] permission denied for schema public (42501)
            grant what the server names: USAGE, CREATE ON SCHEMA; CREATE ON DATABASE to make the schema
            to look only: USAGE ON SCHEMA, SELECT ON lockstep_history; tables it alters must be the role's own""", failure.getMessage());
  }

  @Test
  void aRoleThatMayOnlyReadTheHistoryIsUpToDate() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    DataSource reader = asRole(database, "settings_reader");
    execute(database, "GRANT SELECT ON lockstep_history TO settings_reader");

    assertEquals(List.of(), migrator(reader).upgrade().applied());
    assertEquals(
        List.of(),
        migrator(reader, Shop.migrations().withFingerprint(FIRST, "t1:other"))
            .upgrade()
            .applied());
    assertEquals(Outcome.DONE, migrator(reader).status().outcome());
  }

  private static DataSource asRole(DataSource database, String role) throws SQLException {
    execute(
        database,
        "DO $$ BEGIN CREATE ROLE " + role + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL;"
            + " END $$");
    return as((PGSimpleDataSource) database, role);
  }

  private static PGSimpleDataSource as(PGSimpleDataSource owner, String role) {
    PGSimpleDataSource other = new PGSimpleDataSource();
    other.setServerNames(owner.getServerNames());
    other.setPortNumbers(owner.getPortNumbers());
    other.setDatabaseName(owner.getDatabaseName());
    other.setUser(role);
    return other;
  }
}
