package dev.lockstep.faults;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.builder;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.ConnectionWork;
import dev.lockstep.MigrationFailedException;
import dev.lockstep.Migrator;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.cli.CommandLineRun;
import dev.lockstep.cli.MainProcess;
import dev.lockstep.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What a migration's own code does to its session and to its JVM. */
class UserCodeTest {
  private static final String THIRD = "M0003_Third";

  @TempDir
  Path folder;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  static List<Integer> processes() {
    return Suite.majors();
  }

  private static WrittenMigrations third(ConnectionWork work) {
    return migrations().add(THIRD, schema -> schema.run("work", work));
  }

  private static List<String> locks(DataSource database) throws SQLException {
    return query(
        database,
        "SELECT pid FROM pg_locks AS l JOIN pg_database AS d ON d.oid = l.database"
            + " WHERE locktype = 'advisory' AND datname = current_database()");
  }

  /** Neither for the migration after it, nor for whoever gets the connection next. */
  @Fault(Scenario.USER_CODE)
  @ParameterizedTest
  @MethodSource("majors")
  void whatItSetsIsGoneAfterIt(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    String role = "limited_" + ((PGSimpleDataSource) database).getDatabaseName();
    execute(database, "CREATE ROLE " + role);
    WrittenMigrations set = third(connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica; SET search_path = pg_temp;"
                + " SET work_mem = '99MB'; SET enable_seqscan = off; SET lock_timeout = 0;"
                + " SET statement_timeout = 1; SET ROLE " + role);
          }
        })
        .add(
            "M0004_Look",
            schema -> schema.sql("CREATE TABLE looked AS SELECT current_user AS who,"
                + " current_setting('session_replication_role') AS kind FROM pg_sleep(0.1)"));
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      String settings = "SELECT concat_ws(' ', current_user, current_setting('search_path'),"
          + " current_setting('statement_timeout'), current_setting('session_replication_role'),"
          + " current_setting('work_mem'), current_setting('enable_seqscan'))";
      statement.execute("SET enable_seqscan = off; SET work_mem = '5MB'");
      String before = first(statement.executeQuery(settings));

      Migrator.builder(connection).migrations(set).build().upgrade();

      assertEquals(before, first(statement.executeQuery(settings)));
    }
    assertEquals(
        List.of("postgres origin"), query(database, "SELECT who || ' ' || kind FROM looked"));
  }

  /** As the first lines of every dump do. */
  @Fault(Scenario.USER_CODE)
  @Test
  void generatedStepsAfterItHaveTheSettingsOfTheRun() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    for (String sql : List.of(
        "SET lock_timeout = 0; SELECT pg_catalog.set_config('search_path', '', false)",
        "RESET ALL")) {
      WrittenMigrations set = migrations().add(THIRD, schema -> {
        schema.sql(sql);
        schema.addColumn("user", column("more", text()));
      });
      Migrator migrator = builder(database)
          .migrations(set)
          .lockTimeout(Duration.ofMillis(200))
          .retryFor(Duration.ofMillis(500))
          .build();
      try (Connection application = database.getConnection()) {
        application.setAutoCommit(false);
        application.createStatement().execute("SELECT FROM \"user\"");

        MigrationFailedException blocked =
            assertThrows(MigrationFailedException.class, migrator::upgrade);

        assertEquals("Blocked", blocked.code());
      }
    }
  }

  private static String first(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getString(1);
  }

  /** An Error is nobody's to swallow, but what was begun is taken back. */
  @Fault(Scenario.USER_CODE)
  @ParameterizedTest
  @MethodSource("majors")
  void anErrorGoesThroughAndLeavesNothing(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    LinkageError thrown = new LinkageError("no such class");
    Migrator migrator = migrator(database, third(connection -> {
      try (var statement = connection.createStatement()) {
        statement.execute("CREATE TABLE made ()");
      }
      throw thrown;
    }));

    assertSame(thrown, assertThrows(LinkageError.class, migrator::upgrade));

    assertEquals(List.of(), locks(database));
    assertEquals("1 pending", migrator.status().summary());
    assertEquals(List.of(), query(database, "SELECT 1 FROM pg_tables WHERE tablename = 'made'"));
  }

  @Fault(Scenario.OUT_OF_MEMORY)
  @ParameterizedTest
  @MethodSource("processes")
  void aJvmThatRunsOutOfMemoryLeavesNothing(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    execute(database, "CREATE TABLE hunger (bytes int); INSERT INTO hunger VALUES (1 << 20)");
    Map<String, String> environment = CommandLineRun.environment(database);

    CommandLineRun starved = MainProcess.start(
            folder, HungryMigrations.class, "", withHeap(environment), "upgrade")
        .end();

    assertNotEquals(0, starved.code(), starved.toString());
    assertTrue(starved.err().contains("OutOfMemoryError"), starved.err());
    assertEquals(List.of(), locks(database));
    assertEquals(List.of("2"), query(database, "SELECT count(*) FROM lockstep_history"));

    execute(database, "UPDATE hunger SET bytes = 0");
    CommandLineRun fed = MainProcess.start(
            folder, HungryMigrations.class, "", environment, "upgrade")
        .end();

    assertEquals(0, fed.code(), fed.toString());
    assertEquals(List.of("3"), query(database, "SELECT count(*) FROM lockstep_history"));
  }

  private static Map<String, String> withHeap(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("JDK_JAVA_OPTIONS", "-Xmx32m");
    return all;
  }
}
