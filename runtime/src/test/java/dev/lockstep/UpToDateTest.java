package dev.lockstep;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an upgrade costs that has nothing to do. */
class UpToDateTest {
  private static final String DIGEST =
      "SELECT pg_catalog.bit_xor(pg_catalog.hashtextextended(state,"
          + " pg_catalog.hashtextextended(fingerprint, pg_catalog.hashtextextended(revision, 0)))),"
          + " pg_catalog.count(*) FROM \"public\".\"lockstep_history\""
          + " WHERE migration_set OPERATOR(pg_catalog.=) 'main'";
  /** What is asked where there are few. */
  private static final String MARKS =
      "SELECT revision, fingerprint, state FROM \"public\".\"lockstep_history\""
          + " WHERE migration_set OPERATOR(pg_catalog.=) 'main'";

  /** Without a primary key, so that they may be alike. */
  private static final String UNKNOWN_TWICE =
      "ALTER TABLE lockstep_history DROP CONSTRAINT lockstep_history_pkey;"
          + " INSERT INTO lockstep_history SELECT 'main', 'M9999', 9999, description, checksum,"
          + " fingerprint, state, 1, 1, started_at, finished_at, 1, '', '', ''"
          + " FROM lockstep_history WHERE ordinal <= 2;"
          + " UPDATE lockstep_history SET fingerprint = '' WHERE ordinal = 9999";

  private static final String UNKNOWN_WITHOUT_STATE =
      "ALTER TABLE lockstep_history ALTER state DROP NOT NULL;"
          + " INSERT INTO lockstep_history SELECT 'main', 'M9999', 9999, description, checksum,"
          + " fingerprint, NULL, 1, 1, started_at, finished_at, 1, '', '', ''"
          + " FROM lockstep_history WHERE ordinal = 1";

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
      assertFalse(migrations.entriesAsked());
    }
  }

  /** The Shop's, and many after them. */
  private static WrittenMigrations many() {
    WrittenMigrations migrations = Shop.migrations();
    for (int i = 3; i <= 60; i++) {
      migrations.add("M%04d".formatted(i), schema -> {});
    }
    return migrations;
  }

  @ParameterizedTest
  @MethodSource("majors")
  void manyMigrationsCostNoMore(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, many()).upgrade();

    WrittenMigrations migrations = many();
    assertEquals(List.of(DIGEST), statements(database, migrations));
    assertFalse(migrations.entriesAsked());
  }

  @Test
  void aSetThatKnowsOnlyItsEntriesCostsNoMore() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    WrittenMigrations migrations = Shop.migrations().byHand();

    assertEquals(List.of(MARKS), statements(database, migrations));
    assertEquals(Set.of(), migrations.loaded());
  }

  static List<String> differences() {
    return List.of(
        "DELETE FROM lockstep_history WHERE ordinal = 2",
        "UPDATE lockstep_history SET state = 'upgrading' WHERE ordinal = 2",
        "UPDATE lockstep_history SET fingerprint = '' WHERE ordinal = 1",
        "UPDATE lockstep_history SET revision = 'M0003_C' WHERE ordinal = 2",
        "INSERT INTO lockstep_history SELECT 'main', 'M0003_C', 3, description, checksum,"
            + " fingerprint, state, 1, 1, started_at, finished_at, 1, '', '', ''"
            + " FROM lockstep_history WHERE ordinal = 2",
        UNKNOWN_TWICE,
        UNKNOWN_WITHOUT_STATE,
        "ALTER TABLE lockstep_history ALTER fingerprint DROP NOT NULL;"
            + " UPDATE lockstep_history SET fingerprint = NULL WHERE ordinal = 1",
        "ALTER TABLE lockstep_history RENAME COLUMN fingerprint TO other",
        "DROP TABLE lockstep_history");
  }

  /** A history that differs in any way is looked at closely. */
  @ParameterizedTest
  @MethodSource("differences")
  void whateverDiffersIsSeen(String difference) throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    execute(database, difference);

    assertEquals(List.of(MARKS, MARKS), statements(database, Shop.migrations()).subList(0, 2));
  }

  @ParameterizedTest
  @MethodSource("differences")
  void whateverDiffersAmongManyIsSeen(String difference) throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, many()).upgrade();
    execute(database, difference);

    assertEquals(List.of(DIGEST, MARKS), statements(database, many()).subList(0, 2));
  }

  /** Not as the short look, which adds up, might see them. */
  @Test
  void rowsThatAreAlikeAreToldAmongMany() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, many()).upgrade();
    execute(database, UNKNOWN_TWICE);

    HistoryMismatchException refusal =
        assertThrows(HistoryMismatchException.class, migrator(database, many())::upgrade);

    assertEquals("DatabaseAhead", refusal.code());
    assertTrue(refusal.getMessage().contains("M9999"), refusal.getMessage());
  }

  @Test
  void aRowWithoutAStateIsToldAmongFewAndMany() throws SQLException {
    for (WrittenMigrations migrations : List.of(Shop.migrations(), many())) {
      DataSource database = Postgres.newDatabase(Postgres.NEWEST);
      Migrator migrator = migrator(database, migrations);
      migrator.upgrade();
      execute(database, UNKNOWN_WITHOUT_STATE);

      for (Executable call : List.<Executable>of(
          migrator::upgrade, migrator::status, migrator::history, () -> migrator.downgrade(1))) {
        assertEquals("""
            [lockstep:HistoryUnreadable] "public"."lockstep_history" has no state in the row of M9999: it is NULL
                see it: SELECT * FROM "public"."lockstep_history" WHERE state IS NULL
                give it the value that it had, as in a backup, then: ALTER TABLE "public"."lockstep_history" ALTER COLUMN state SET NOT NULL""", assertThrows(HistoryMismatchException.class, call).getMessage());
      }
    }
  }

  /** As no run writes it; whatever is missing, it is told by name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "revision",
        "ordinal",
        "description",
        "checksum",
        "fingerprint",
        "state",
        "steps_done",
        "steps",
        "started_at",
        "library_version",
        "database_user",
        "host"
      })
  void whateverIsMissingInARowIsTold(String column) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    execute(
        database,
        "ALTER TABLE lockstep_history DROP CONSTRAINT lockstep_history_pkey; ALTER TABLE"
            + " lockstep_history ALTER " + column + " DROP NOT NULL; UPDATE lockstep_history SET "
            + column + " = NULL WHERE ordinal = 2");

    HistoryMismatchException refusal =
        assertThrows(HistoryMismatchException.class, migrator(database)::status);

    assertTrue(
        refusal
            .getMessage()
            .contains("has no " + column + " in the row of "
                + (column.equals("revision") ? "ordinal 2" : SECOND)),
        refusal.getMessage());
  }

  @Test
  void whatIsNotOfTheSetDoesNotCount() throws Exception {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database).upgrade();
    execute(
        database,
        "INSERT INTO lockstep_history SELECT 'other', revision, ordinal,"
            + " description, checksum, 't1:other', state, 1, 1, started_at, finished_at, 1, '', '', ''"
            + " FROM lockstep_history");

    assertEquals(List.of(MARKS), statements(database, Shop.migrations()));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void textsOfAnyLengthAndLetterCountAlikeHereAndThere(int major) throws Exception {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations migrations = new WrittenMigrations();
    for (int length = 0; length < 40; length++) {
      String letters = "x\u00c4\uffe6\ud835\udd04".repeat(10);
      migrations.add(
          "M" + letters.substring(0, letters.offsetByCodePoints(0, length)), schema -> {});
    }
    migrator(database, migrations).upgrade();
    assertEquals(List.of(MARKS), statements(database, migrations));

    for (int i = 0; i < 20; i++) {
      migrations.add("N" + i, schema -> {});
    }
    migrator(database, migrations).upgrade();
    assertEquals(List.of(DIGEST), statements(database, migrations));
  }

  /** What is not ASCII has another digest there; that is seen to be none the worse. */
  @Test
  void anEncodingThatIsNotUnicodeIsUpToDateToo() throws Exception {
    DataSource latin = Postgres.newLatinDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = new WrittenMigrations().add("M0001_\u00c4", schema -> {});
    migrator(latin, migrations).upgrade();
    assertEquals(List.of(MARKS), statements(latin, migrations));

    for (int i = 2; i <= 60; i++) {
      migrations.add("M%04d".formatted(i), schema -> {});
    }
    migrator(latin, migrations).upgrade();
    assertEquals(List.of(DIGEST, MARKS), statements(latin, migrations));
  }

  /** What an upgrade sends that may fail in the end. */
  private static List<String> statements(DataSource database, WrittenMigrations migrations)
      throws Exception {
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      Migrator migrator = Migrator.builder(connection).migrations(migrations).build();
      proxy.reset();
      try {
        migrator.upgrade();
      } catch (LockstepException e) {
        assertTrue(proxy.statements().size() > 1, e.getMessage());
      }
      return proxy.statements();
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
