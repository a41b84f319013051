package dev.lockstep.faults;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.EndState;
import dev.lockstep.Migrator;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What roles, databases, sessions and migrations have set. */
class SettingsTest {
  /** Those of the statements between transactions are long enough for a busy machine. */
  private static final List<String> HOSTILE = List.of(
      "statement_timeout = '5s'",
      "lock_timeout = '1ms'",
      "idle_in_transaction_session_timeout = '2s'",
      "idle_session_timeout = '5s'",
      "default_transaction_isolation = serializable",
      "default_transaction_deferrable = on",
      "search_path = ''",
      "\"TimeZone\" = 'America/New_York'",
      "\"DateStyle\" = 'SQL, DMY'",
      "\"IntervalStyle\" = 'sql_standard'",
      "standard_conforming_strings = off",
      "backslash_quote = on",
      "quote_all_identifiers = on",
      "extra_float_digits = -15",
      "bytea_output = escape",
      "client_min_messages = error",
      "default_table_access_method = heap",
      "check_function_bodies = off",
      "client_connection_check_interval = 0");

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static void set(DataSource database, String setting) throws SQLException {
    execute(
        database,
        "ALTER DATABASE " + ((PGSimpleDataSource) database).getDatabaseName() + " " + setting);
  }

  @Fault({Scenario.SETTINGS_OF_THE_ROLE, Scenario.HOSTILE_SEARCH_PATH})
  @ParameterizedTest
  @MethodSource("majors")
  void ofTheDatabaseDoNotMatter(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    for (String each : HOSTILE) {
      set(database, "SET " + each);
    }
    if (major >= 17) {
      set(database, "SET transaction_timeout = '5s'");
    }
    Migrator migrator = Undisturbed.everyStep(database).build();

    migrator.upgrade();

    assertEquals(List.of(), migrator.upgrade().applied());
    set(database, "RESET ALL");
    assertEquals(Undisturbed.state(major), EndState.of(database));
  }

  /** So does the name of a temporary history, which comes before all other schemas. */
  @Fault(Scenario.HOSTILE_SEARCH_PATH)
  @ParameterizedTest
  @MethodSource("majors")
  void aMigrationThatEmptiesThePathHarmsNoOther(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations set = migrations()
        .add("M0003_Dump", schema -> {
          schema.sql("SELECT pg_catalog.set_config('search_path', '', false)");
          schema.sql("CREATE TABLE public.dumped (id pg_catalog.int4)");
        })
        .add("M0004_Short", schema -> schema.sql("INSERT INTO dumped VALUES (1)"));
    try (Connection connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("CREATE TEMPORARY TABLE lockstep_history (nonsense int)");
      statement.execute("SET search_path = pg_temp, public");

      Migrator.builder(connection).migrations(set).build().upgrade();

      try (var row = statement.executeQuery("SHOW search_path")) {
        row.next();
        assertEquals("pg_temp, public", row.getString(1));
      }
    }
    assertEquals(List.of("1"), query(database, "SELECT id FROM dumped"));
    assertEquals(List.of("4"), query(database, "SELECT count(*) FROM public.lockstep_history"));
  }

  @Fault(Scenario.KILL_IN_TRANSACTION)
  @ParameterizedTest
  @MethodSource("majors")
  void theServerLooksForItsClient(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);

    migrator(
            database,
            migrations()
                .add(
                    "M0003_Look",
                    schema -> schema.sql("CREATE TABLE looked AS"
                        + " SELECT current_setting('client_connection_check_interval') AS every,"
                        + " current_setting('tcp_keepalives_idle') AS idle")))
        .upgrade();

    assertEquals(List.of("1s 10"), query(database, "SELECT every || ' ' || idle FROM looked"));
  }

  /** 2024-03-10 02:30 is not there in New York, 2024-11-03 01:30 is twice. */
  @Fault(Scenario.TIME_ZONE)
  @ParameterizedTest
  @MethodSource("majors")
  void aCastMeansTheSameInEveryZone(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    set(database, "SET \"TimeZone\" = 'America/New_York'");
    WrittenMigrations set = new WrittenMigrations()
        .add("M0001_At", schema -> {
          schema.sql("CREATE TABLE event (at timestamp)");
          schema.sql("INSERT INTO event VALUES ('2024-03-10 02:30'), ('2024-11-03 01:30')");
        })
        .add(
            "M0002_Zone",
            schema -> schema.sql("ALTER TABLE event ALTER at TYPE timestamptz USING at"));

    migrator(database, set).upgrade();

    assertEquals(
        List.of("2024-03-10 02:30:00", "2024-11-03 01:30:00"),
        query(database, "SELECT at AT TIME ZONE 'UTC' FROM event ORDER BY 1"));
  }
}
