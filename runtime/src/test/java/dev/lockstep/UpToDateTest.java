package dev.lockstep;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an upgrade costs that has nothing to do. */
class UpToDateTest {
  private static final String MARKS =
      "SELECT revision, fingerprint, state FROM \"public\".\"lockstep_history\""
          + " WHERE migration_set OPERATOR(pg_catalog.=) 'main'";

  static List<Integer> majors() {
    return Postgres.majors();
  }

  @Fault(Scenario.START_TOGETHER_UP_TO_DATE)
  @ParameterizedTest
  @MethodSource("majors")
  void costsOneRoundTripAndLoadsNoMigration(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();
    WrittenMigrations migrations = Shop.migrations();
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      Migrator migrator = Migrator.builder(connection).migrations(migrations).build();
      proxy.reset();

      UpgradeReport report = migrator.upgrade();

      assertEquals(List.of(MARKS), proxy.statements());
      assertEquals(1, proxy.roundTrips());
      assertEquals(List.of(SECOND), report.at());
      assertEquals(Set.of(), migrations.loaded());
    }
  }

  @Test
  void aPooledConnectionCostsNoMore() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      proxy.reset();

      migrator(proxy.pool(connection)).upgrade();

      assertEquals(List.of(MARKS), proxy.statements());
      assertEquals(1, proxy.roundTrips());
      assertEquals(false, connection.getAutoCommit());
    }
  }

  @Test
  void anEarlierRevisionThatIsPassedCostsNoMore() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      Migrator migrator =
          Migrator.builder(connection).migrations(Shop.migrations()).build();
      proxy.reset();

      migrator.upgradeTo("M0001");

      assertEquals(1, proxy.roundTrips());
    }
  }

  @Test
  void aNewTextWithTheSameStatementsIsRemembered() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    WrittenMigrations reformatted = Shop.migrations().withFingerprint(FIRST, "t1:other");

    assertEquals(List.of(), migrator(database, reformatted).upgrade().applied());
    assertEquals(Set.of(FIRST), reformatted.loaded());
    assertEquals(
        List.of("t1:other", "t1:" + SECOND),
        query(database, "SELECT fingerprint FROM lockstep_history ORDER BY ordinal"));

    WrittenMigrations again = Shop.migrations().withFingerprint(FIRST, "t1:other");
    migrator(database, again).upgrade();
    assertEquals(Set.of(), again.loaded());
  }

  @Test
  void aNewTextIsRememberedBesideNewMigrationsToo() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgradeTo("M0001");

    migrator(database, Shop.migrations().withFingerprint(FIRST, "t1:other")).upgrade();

    assertEquals(
        List.of("t1:other", "t1:" + SECOND),
        query(database, "SELECT fingerprint FROM lockstep_history ORDER BY ordinal"));
  }

  @Test
  void withoutAFingerprintTheStatementsAreCompared() {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations unknown = Shop.migrations().withFingerprint(FIRST, "");
    migrator(database, unknown).upgrade();

    assertEquals(List.of(), migrator(database, unknown).upgrade().applied());
    assertEquals(Outcome.DONE, migrator(database, unknown).status().outcome());
  }

  @Test
  void aNewTextDoesNotNeedTheRightToWrite() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    execute(
        database,
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on',"
            + " current_database()); END $$");

    UpgradeReport report =
        migrator(database, Shop.migrations().withFingerprint(FIRST, "t1:other")).upgrade();

    assertEquals(List.of(SECOND), report.at());
  }
}
