package dev.lockstep;

import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A long run has the server prepare what is the same for all of its migrations. */
class PreparedFrameTest {
  private static final int MANY = 40;
  private static final int TWICE = 80;

  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations tables(int from, int to, WrittenMigrations migrations) {
    return migrations.addTables(from, to, "_It's");
  }

  private static List<String> prepared(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT name FROM pg_prepared_statements WHERE from_sql")) {
      List<String> names = new ArrayList<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    }
  }

  /** How many of the statements that the run on the connection sends are like that. */
  private static long sent(
      ServerProxy proxy,
      Connection connection,
      WrittenMigrations migrations,
      Predicate<String> like) {
    proxy.reset();
    Migrator.builder(connection).migrations(migrations).build().upgrade();
    return proxy.statements().stream().filter(like).count();
  }

  private static long prepares(ServerProxy proxy) {
    return proxy.statements().stream()
        .filter(each -> each.strip().startsWith("PREPARE"))
        .count();
  }

  private static boolean isRow(String statement) {
    return statement.startsWith("WITH before") || statement.startsWith("INSERT");
  }

  private static void assertAllThere(DataSource database, WrittenMigrations migrations, int count)
      throws SQLException {
    assertEquals(List.of(), Shop.migrator(database, migrations).check().differences());
    assertEquals(
        List.of(String.valueOf(count)),
        query(
            database,
            "SELECT count(*) FROM lockstep_history WHERE state = 'applied' AND steps_done = steps"
                + " AND description = 'it''s ' || revision AND milliseconds >= 0"
                + " AND finished_at >= started_at"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void allButTheLastMigrationNameWhatTheServerKnows(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations migrations = tables(1, MANY, new WrittenMigrations());
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      long whole = sent(proxy, connection, migrations, PreparedFrameTest::isRow);

      assertEquals(1, whole);
      assertEquals(2, prepares(proxy));
      assertEquals(
          2L * (MANY - 1),
          proxy.statements().stream().filter(each -> each.startsWith("EXECUTE")).count());
      assertEquals(List.of(), prepared(connection));
    }
    assertAllThere(database, migrations, MANY);
  }

  /** The next session is told anew. */
  @Test
  void aSessionThatIsKilledOnTheWayIsFollowedByAnother() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(1, TWICE, new WrittenMigrations());
    MigrationListener killing = new MigrationListener() {
      @Override
      public void migrationFinished(Direction direction, String revision, Duration duration) {
        if (revision.startsWith("M0020")) {
          assertDoesNotThrow(() -> Shop.execute(
              database,
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                  + " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
        }
      }
    };
    try (ServerProxy proxy = ServerProxy.to(database)) {
      UpgradeReport report = Migrator.builder(proxy.dataSource())
          .migrations(migrations)
          .listener(killing)
          .build()
          .upgrade();

      assertEquals(TWICE, report.applied().size());
      assertEquals(4, prepares(proxy));
    }
    assertAllThere(database, migrations, TWICE);
  }

  /** Its migrations go step by step. */
  @Test
  void aDowngradePreparesNothing() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(1, MANY, new WrittenMigrations());
    Shop.migrator(database, migrations).upgrade();
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      Migrator.builder(connection).migrations(migrations).build().downgradeTo("base");

      assertEquals(0, prepares(proxy));
    }
    assertEquals(List.of("0"), query(database, "SELECT count(*) FROM lockstep_history"));
  }

  /** What a person wrote may take them away. */
  @Test
  void aSessionThatHasForgottenThemIsToldAll() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(1, MANY / 2, new WrittenMigrations());
    migrations.add("M0021", schema -> schema.sql("DEALLOCATE ALL"));
    tables(MANY / 2 + 2, MANY, migrations);
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      assertEquals(MANY / 2, sent(proxy, connection, migrations, PreparedFrameTest::isRow));
      assertEquals(List.of(), prepared(connection));
    }
    assertAllThere(database, migrations, MANY);
  }

  @Test
  void aRunThatFailsLeavesNoneBehind() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(1, MANY, new WrittenMigrations())
        .add("M0041", schema -> schema.dropTable("nothing"))
        .add("M0042", schema -> schema.dropTable("t1"));
    try (Connection connection = database.getConnection()) {
      Migrator migrator = Migrator.builder(connection).migrations(migrations).build();

      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, migrator::upgrade);

      assertEquals("M0041", failure.failure().revision());
      assertEquals(List.of(), prepared(connection));
    }
    assertTrue(query(database, "SELECT to_regclass('t1')").contains("t1"));
  }
}
