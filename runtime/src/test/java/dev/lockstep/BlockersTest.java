package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.execute;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Whom a blocked migration names. Long because each case says in full what is printed, and all need
 * the same way to compare it.
 */
class BlockersTest {
  private static final String LAST = "M0002_Last";

  static Stream<DataSource> databases() {
    return Postgres.majors().stream().map(major -> {
      DataSource database = Postgres.newDatabase(major);
      Shop.migrator(database, migrations(schema -> {})).upgradeTo("M0001");
      return database;
    });
  }

  @Fault(Scenario.READER_IDLE_IN_TRANSACTION)
  @ParameterizedTest
  @MethodSource("databases")
  void namesWhoIsIdleInTransaction(DataSource database) throws SQLException {
    try (Connection shop = transaction(database, "shop", "SELECT email FROM \"user\"")) {
      MigrationFailedException failure = failure(database, BlockersTest::addColumn);

      assertMatches("""
          [lockstep:Blocked] M0002_Last was rolled back: others held its tables for 0 s: \
          canceling statement due to lock timeout (55P03)
              statement: ALTER TABLE "public"."user" ADD COLUMN "note" bigint
              blocked by: pid PID (shop, postgres, idle in transaction, begun N s ago): \
          SELECT email FROM "user"
              end it: SELECT pg_terminate_backend(PID)
              before it in this run: nothing
              next upgrade: begins with M0002_Last""", failure.getMessage(), shop);
      assertMatches(
          "pid PID (shop, postgres, idle in transaction, begun N s ago): SELECT email FROM \"user\"",
          String.join("\n", failure.failure().blockedBy()),
          shop);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void tellsTheListenerWhoBlocks(DataSource database) throws SQLException {
    List<String> reasons = new ArrayList<>();
    try (Connection shop = transaction(database, "shop", "SELECT email FROM \"user\"")) {
      migrator(database, BlockersTest::addColumn, reason -> {
            reasons.add(reason);
            rollBack(shop);
          })
          .upgrade();

      assertMatches(
          "blocked by pid PID (shop, postgres, idle in transaction, begun N s ago):"
              + " SELECT email FROM \"user\"; canceling statement due to lock timeout (55P03)",
          String.join("\n", reasons),
          shop);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesALongQuery(DataSource database) throws Exception {
    try (Connection gate = transaction(database, "gate", "SELECT pg_advisory_lock(7)");
        Connection reader = database.getConnection()) {
      reader.createStatement().execute("SET application_name = 'report'");
      CompletableFuture<Void> reading = CompletableFuture.runAsync(
          () -> send(reader, "SELECT pg_advisory_lock(7), count(*) FROM \"user\""));
      while (query(database, "SELECT 1 FROM pg_locks WHERE NOT granted AND locktype = 'advisory'")
          .isEmpty()) {
        Thread.onSpinWait();
      }

      MigrationFailedException failure = failure(database, BlockersTest::addColumn);

      gate.createStatement().execute("SELECT pg_advisory_unlock(7)");
      reading.get();
      assertMatches(
          "pid PID (report, postgres, active, begun N s ago):"
              + " SELECT pg_advisory_lock(7), count(*) FROM \"user\"",
          String.join("\n", failure.failure().blockedBy()),
          reader);
    }
  }

  @Fault(Scenario.PREPARED_TRANSACTION)
  @ParameterizedTest
  @MethodSource("databases")
  void namesAPreparedTransaction(DataSource database) throws SQLException {
    try (Connection shop = transaction(database, "shop", "LOCK TABLE \"user\"")) {
      shop.createStatement().execute("PREPARE TRANSACTION 'order''17'");
      shop.setAutoCommit(true);

      MigrationFailedException failure = failure(database, BlockersTest::addColumn);

      shop.createStatement().execute("ROLLBACK PREPARED 'order''17'");
      assertMatches("""
          \s   blocked by: prepared transaction 'order''17' (postgres, prepared N s ago)
              end it: ROLLBACK PREPARED 'order''17'""", blockedLines(failure), shop);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesTheOldestThreeOfSeveral(DataSource database) throws SQLException {
    try (Connection first = transaction(database, "a", "SELECT 1 FROM \"user\"");
        Connection second = transaction(database, "b", "LOCK TABLE \"user\" IN SHARE MODE");
        Connection third = transaction(database, "c", "SELECT 3 FROM \"user\"");
        Connection fourth = transaction(database, "d", "SELECT 4 FROM \"user\"")) {
      MigrationFailedException failure = failure(database, BlockersTest::addColumn);

      String about = ", postgres, idle in transaction, begun N s ago): ";
      assertMatches(
          "    blocked by: pid PID (a" + about + "SELECT 1 FROM \"user\"\n"
              + "    blocked by: pid PID (b" + about + "LOCK TABLE \"user\" IN SHARE MODE\n"
              + "    blocked by: pid PID (c" + about + "SELECT 3 FROM \"user\" (and 1 more)\n"
              + "    end one: SELECT pg_terminate_backend(PID)",
          blockedLines(failure),
          first);
      assertEquals(4, failure.failure().blockedBy().size());
      assertEquals(List.of(false, false), List.of(second.isClosed(), third.isClosed()));
      assertTrue(failure.failure().blockedBy().get(3).contains("(d, "), fourth::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesNobodyWhoseLockIsInNoConflict(DataSource database) throws SQLException {
    execute(database, "CREATE TABLE other (id int)");
    try (Connection reader = transaction(database, "reader", "SELECT 1 FROM \"user\"");
        Connection elsewhere = transaction(database, "elsewhere", "LOCK TABLE other");
        Connection writer = transaction(database, "writer", "DELETE FROM \"user\"")) {
      MigrationFailedException failure =
          failure(database, schema -> schema.createIndex("user", index("user_email", "email")));

      assertMatches(
          "pid PID (writer, postgres, idle in transaction, begun N s ago): DELETE FROM \"user\"",
          String.join("\n", failure.failure().blockedBy()),
          writer);
      assertEquals(List.of(false, false), List.of(reader.isClosed(), elsewhere.isClosed()));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void goesByTheStepsBeforeInTheSameMigration(DataSource database) throws SQLException {
    try (Connection writer = transaction(database, "writer", "DELETE FROM \"user\"")) {
      MigrationFailedException failure = failure(database, schema -> {
        schema.createTable("order", column("user_id", bigint()));
        schema.addConstraint(
            "order", foreignKey("order_user_fk", "user_id").references("user", "id"));
      });

      assertMatches("""
          \s   blocked by: pid PID (writer, postgres, idle in transaction, begun N s ago): \
          DELETE FROM "user"
              end it: SELECT pg_terminate_backend(PID)""", blockedLines(failure), writer);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesWhoBlocksADowngrade(DataSource database) throws SQLException {
    Migrator migrator = migrator(database, BlockersTest::addColumn, reason -> {});
    migrator.upgrade();
    try (Connection elsewhere = transaction(database, "elsewhere", "TABLE lockstep_history");
        Connection shop = transaction(database, "shop", "SELECT note FROM \"user\"")) {
      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, () -> migrator.downgrade(1));

      assertMatches("""
          \s   blocked by: pid PID (shop, postgres, idle in transaction, begun N s ago): \
          SELECT note FROM "user"
              end it: SELECT pg_terminate_backend(PID)""", blockedLines(failure), shop);
      assertEquals(false, elsewhere.isClosed());
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void namesWhoHoldsRowsOfABackfill(DataSource database) throws SQLException {
    execute(database, "INSERT INTO \"user\" (email) VALUES ('a@b')");
    try (Connection shop = transaction(database, "shop", "SELECT 1 FROM \"user\" FOR UPDATE");
        Connection reader = transaction(database, "reader", "SELECT 1 FROM \"user\"")) {
      MigrationFailedException failure =
          failure(database, schema -> schema.backfill("user", "age", "1"));

      assertMatches(
          "pid PID (shop, postgres, idle in transaction, begun N s ago):"
              + " SELECT 1 FROM \"user\" FOR UPDATE",
          String.join("\n", failure.failure().blockedBy()),
          shop);
      assertEquals(false, reader.isClosed());
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void isNotSureWhatAHandWrittenStepWaitsFor(DataSource database) throws SQLException {
    execute(database, "CREATE TABLE other (id int)");
    try (Connection shop = transaction(database, "shop", "SELECT FROM \"user\", other")) {
      MigrationFailedException failure =
          failure(database, schema -> schema.sql("ALTER TABLE other ADD note text"));

      assertMatches("""
          \s   perhaps blocked by: pid PID (shop, postgres, idle in transaction, begun N s ago): \
          SELECT FROM "user", other
              end it: SELECT pg_terminate_backend(PID)""", blockedLines(failure), shop);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void keepsHostileTextInItsLine(DataSource database) throws SQLException {
    String evil = "LOCK TABLE\n  \"user\"; -- \u202e\n ALTER ROLE nobody\tPASSWORD 'geheim' /*"
        + "x".repeat(2000) + "*/";
    execute(database, "CREATE ROLE nobody_" + ((PGSimpleDataSource) database).getDatabaseName());
    String query =
        evil.replace("nobody", "nobody_" + ((PGSimpleDataSource) database).getDatabaseName());
    try (Connection shop = transaction(database, "x)\n[lockstep:Fake] y\u001b[31m", query)) {
      MigrationFailedException failure = failure(database, BlockersTest::addColumn);

      String line = failure.failure().blockedBy().get(0);
      assertTrue(line.matches("[ -~]+"), line);
      assertTrue(!failure.getMessage().contains("geheim"), failure.getMessage());
      assertEquals(6, failure.getMessage().lines().count(), failure.getMessage());
      assertTrue(line.endsWith(" ...") && line.length() < 250, line);
      assertEquals(false, shop.isClosed());
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void saysLessWithoutTheRightToKnowMore(DataSource database) throws SQLException {
    String role = "limited_" + ((PGSimpleDataSource) database).getDatabaseName();
    execute(database, "CREATE ROLE " + role + " LOGIN");
    execute(database, "ALTER TABLE \"user\" OWNER TO " + role);
    execute(database, "ALTER TABLE lockstep_history OWNER TO " + role);
    PGSimpleDataSource limited = (PGSimpleDataSource) database;
    try (Connection shop = transaction(database, "shop", "SELECT email FROM \"user\"")) {
      limited.setUser(role);

      MigrationFailedException failure = failure(limited, BlockersTest::addColumn);

      assertMatches("""
          \s   blocked by: pid PID (shop, postgres)
              end it: SELECT pg_terminate_backend(PID)""", blockedLines(failure), shop);
    }
  }

  private static void addColumn(SchemaEditor schema) {
    schema.addColumn("user", column("note", bigint()));
  }

  private static MigrationFailedException failure(
      DataSource database, Consumer<SchemaEditor> last) {
    return assertThrows(
        MigrationFailedException.class, migrator(database, last, reason -> {})::upgrade);
  }

  private static Migrator migrator(
      DataSource database, Consumer<SchemaEditor> last, Consumer<String> retrying) {
    return Migrator.builder(database)
        .migrations(migrations(last))
        .lockTimeout(Duration.ofMillis(10))
        .retryFor(Duration.ofMillis(50))
        .listener(new MigrationListener() {
          @Override
          public void retrying(String revision, String reason, Duration pause) {
            retrying.accept(reason);
          }
        })
        .build();
  }

  private static MigrationSet migrations(Consumer<SchemaEditor> last) {
    WrittenMigrations migrations = new WrittenMigrations();
    Migration first = Shop.migrations().migration(FIRST);
    return migrations
        .add(FIRST, schema -> {
          first.upgrade(schema);
          schema.addColumn("user", column("age", bigint()));
        })
        .add(LAST, last, schema -> schema.dropColumn("user", "note"));
  }

  /** A connection whose transaction stays open after the SQL. */
  private static Connection transaction(DataSource database, String application, String sql)
      throws SQLException {
    Connection connection = database.getConnection();
    try (var statement =
        connection.prepareStatement("SELECT set_config('application_name', ?, false)")) {
      statement.setString(1, application);
      statement.execute();
    }
    connection.setAutoCommit(false);
    connection.createStatement().execute(sql);
    return connection;
  }

  private static String blockedLines(MigrationFailedException failure) {
    return failure
        .getMessage()
        .lines()
        .filter(line -> line.matches("    (perhaps blocked|blocked|end) .*"))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  /** Whether a text is as expected, with PID for any process and N for any number. */
  private static void assertMatches(String expected, String actual, Connection connection)
      throws SQLException {
    int pid = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    String pattern =
        Pattern.quote(expected).replace("PID", "\\E\\d+\\Q").replace(" N s", " \\E\\d+\\Q s");
    assertTrue(actual.matches(pattern), () -> "\n" + expected + "\nbut\n" + actual);
    assertTrue(!expected.contains("PID") || actual.contains(String.valueOf(pid)), actual);
  }

  private static void send(Connection connection, String sql) {
    try {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
