package dev.lockstep;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a migration costs, in statements and round trips, and what it may leave to a later one. */
class OneMessageTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static WrittenMigrations tables(int count) {
    return new WrittenMigrations().addTables(1, count, "");
  }

  /** What the upgrade to a revision sends. */
  private static List<String> sent(ServerProxy proxy, WrittenMigrations migrations, String to)
      throws Exception {
    try (Connection connection = proxy.dataSource().getConnection()) {
      proxy.reset();
      Migrator.builder(connection).migrations(migrations).build().upgradeTo(to);
    }
    return proxy.statements();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aTableAndItsIndexAreSixStatementsAndOneRoundTrip(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations migrations = tables(12);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      sent(proxy, migrations, "M0001");
      List<String> one = sent(proxy, migrations, "M0002");
      int roundTripsOfOne = proxy.roundTrips();

      List<String> ten = sent(proxy, migrations, "M0012");

      assertEquals(9 * 6, ten.size() - one.size());
      assertEquals(9, proxy.roundTrips() - roundTripsOfOne);
    }
    assertEquals(List.of(), Shop.migrator(database, migrations).check().differences());
    assertEquals(
        List.of("12"),
        query(
            database,
            "SELECT count(*) FROM lockstep_history WHERE state = 'applied' AND steps_done = 2"
                + " AND milliseconds >= 0 AND finished_at >= started_at"));
  }

  @Test
  void onlyTheLastCommitOfARunWaitsForTheDisk() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (ServerProxy proxy = ServerProxy.to(database)) {
      List<String> firsts = sent(proxy, tables(3), "M0003").stream()
          .filter(each -> each.startsWith("WITH before"))
          .toList();

      assertEquals(
          List.of(true, true, false),
          firsts.stream().map(each -> each.contains("synchronous_commit")).toList());
    }
  }

  /** What the listener heard of is on the disk when the failure is told. */
  @Test
  void aRunThatFailsWaitsForTheDiskToo() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(2)
        .add("M0003", schema -> schema.addColumn("nothing", column("a", text())))
        .add("M0004", schema -> schema.addColumn("t1", column("a", text())));
    try (ServerProxy proxy = ServerProxy.to(database)) {
      MigrationFailedException failure =
          assertThrows(MigrationFailedException.class, () -> sent(proxy, migrations, "M0004"));

      assertEquals("M0003", failure.failure().revision());
      assertEquals(List.of("M0001", "M0002"), failure.failure().finished());
      List<String> sent = proxy.statements();
      assertTrue(
          sent.subList(sent.lastIndexOf("ROLLBACK"), sent.size()).stream()
              .anyMatch(each -> each.startsWith("UPDATE")),
          sent.toString());
    }
  }

  /** Which step it was that the server refused, is told as ever. */
  @Test
  void aRefusedStepIsNamed() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(1).add("M0002", schema -> {
      schema.addColumn("t1", column("a", text()));
      schema.addColumn("t1", column("id", text()));
    });

    MigrationFailedException failure = assertThrows(
        MigrationFailedException.class,
        () -> Shop.migrator(database, migrations).upgrade());

    assertEquals(
        "ALTER TABLE \"public\".\"t1\" ADD COLUMN \"id\" text",
        failure.failure().statement());
    assertEquals("42701", failure.failure().sqlState());
  }

  /** Each may have to wait for the other's locks: the second wait is a short one, told apart. */
  @Test
  void whatLocksTwoTablesGoesStepByStep() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(2)
        .add(
            "M0003",
            schema -> schema.createTable(
                "t3",
                column("id", bigint()).notNull(),
                column("other", bigint()),
                primaryKey("t3_pkey", "id"),
                foreignKey("t3_id_fkey", "id").references("t1", "id"),
                foreignKey("t3_other_fkey", "other").references("t2", "id")));
    try (ServerProxy proxy = ServerProxy.to(database)) {
      sent(proxy, migrations, "M0002");

      List<String> sent = sent(proxy, migrations, "M0003");

      assertTrue(sent.stream().noneMatch(each -> each.startsWith("WITH before")), sent.toString());
      assertTrue(sent.stream().anyMatch(each -> each.startsWith("SET LOCAL lock_timeout")));
    }
  }

  /** What was committed without waiting for the disk is settled first: not at any price. */
  @ParameterizedTest
  @MethodSource("majors")
  void aFailureIsToldWhileAnotherHasTheHistory(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations migrations =
        tables(3).add("M0004", schema -> schema.addColumn("nothing", column("a", text())));
    try (Connection other = database.getConnection();
        Statement rows = other.createStatement()) {
      other.setAutoCommit(false);
      Migrator migrator = Migrator.builder(database)
          .migrations(migrations)
          .retryFor(Duration.ofSeconds(3))
          .lockTimeout(Duration.ofMillis(500))
          .listener(new MigrationListener() {
            @Override
            public void migrationFinished(Direction direction, String revision, Duration time) {
              if (revision.equals("M0003")) {
                lock(rows);
              }
            }
          })
          .build();

      MigrationFailedException failure = assertTimeoutPreemptively(
          Duration.ofSeconds(40),
          () -> assertThrows(MigrationFailedException.class, migrator::upgrade));

      assertEquals("M0004", failure.failure().revision());
      assertEquals(List.of("M0001", "M0002", "M0003"), failure.failure().finished());
    }
    assertEquals(
        List.of("M0001 applied", "M0002 applied", "M0003 applied"),
        query(database, "SELECT revision || ' ' || state FROM lockstep_history ORDER BY ordinal"));
  }

  private static void lock(Statement statement) {
    try {
      statement.execute("SELECT * FROM lockstep_history FOR UPDATE");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Texts are made on a thread of their own; what is wrong with one is told all the same. */
  @Test
  void nothingIsAppliedWhereALaterOneCannotBe() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(20).add("M0021", schema -> schema.sql("COMMIT"));
    Migrator migrator = Shop.migrator(database, migrations);

    LockstepException refused = assertThrows(LockstepException.class, migrator::upgrade);

    assertTrue(refused.getMessage().contains("M0021"), refused.getMessage());
    assertEquals(
        List.of(), query(database, "SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]+$'"));
  }

  /** The message itself finds out that the lock is gone, and does nothing. */
  @Test
  void aRunWithoutItsLockStops() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection connection = database.getConnection()) {
      MigrationListener unlocking = new MigrationListener() {
        @Override
        public void migrationFinished(Direction direction, String revision, Duration duration) {
          try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        }
      };
      Migrator migrator =
          Migrator.builder(connection).migrations(tables(3)).listener(unlocking).build();

      isToldOfTheLock(migrator, "M0001");
    }
    assertEquals(List.of("M0001"), query(database, "SELECT revision FROM lockstep_history"));
    assertEquals(
        List.of("t1"), query(database, "SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]$'"));
  }

  private static void isToldOfTheLock(Migrator migrator, String applied) {
    UnsuitableServerException failure =
        assertThrows(UnsuitableServerException.class, migrator::upgrade);

    assertEquals("""
        [lockstep:TransactionPooler] the run's lock is not there any more: \
        a step gave it back, or a transaction pooler is between
            what was committed before stays; what was at work is rolled back; see: status
            a step: take pg_advisory_unlock_all() out of it, and run again
            a pooler: connect to PostgreSQL itself, or to a pool in session mode
            before it in this run: %s (applied, stays so)""".formatted(applied), failure.getMessage());
    assertEquals(7, failure.outcome().exitCode());
  }

  /** It may be the last thing that a step did. */
  @Test
  void aRunWhoseStepGivesTheLockBackStops() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = tables(2)
        .add("M0003", schema -> schema.sql("SELECT pg_advisory_unlock_all()"))
        .addTables(4, 5, "");

    isToldOfTheLock(Shop.migrator(database, migrations), "M0001, M0002, M0003");

    assertEquals(
        List.of("M0001", "M0002", "M0003"),
        query(database, "SELECT revision FROM lockstep_history ORDER BY 1"));
    assertEquals(
        List.of("t1", "t2"),
        query(database, "SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]$' ORDER BY 1"));
  }

  /** The driver reads them as the session does, the server as the migration's settings say. */
  @ParameterizedTest
  @MethodSource("majors")
  void backslashesMeanThemselvesWhereTheDatabaseReadsThemAsEscapes(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Shop.execute(
        database,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off',"
            + " current_database()); END $$");
    WrittenMigrations migrations = tables(1).add("M0002", schema -> {
      schema.addColumn("t1", column("a", text()).defaultValue("'\\'"));
      schema.addColumn("t1", column("b", text()).defaultValue("'x;y'"));
    });

    Shop.migrator(database, migrations).upgrade();

    Shop.execute(database, "INSERT INTO t1 (id) VALUES (1)");
    assertEquals(List.of("\\x;y"), query(database, "SELECT a || b FROM t1"));
  }
}
