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

import dev.lockstep.faults.Fault;
import dev.lockstep.faults.Scenario;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MigratorTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static List<String> ids(List<FinishedMigration> finished) {
    return finished.stream().map(FinishedMigration::revision).toList();
  }

  private static String columns(DataSource database, String schema) throws SQLException {
    return String.join(
        " ",
        query(
            database,
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'user'"
                + " AND table_schema = '" + schema + "' ORDER BY ordinal_position"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void upgradesAnEmptyDatabase(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);

    UpgradeReport report = migrator(database).upgrade();

    assertEquals(List.of(FIRST, SECOND), ids(report.applied()));
    assertEquals(List.of(SECOND), report.at());
    assertEquals("id email address", columns(database, "public"));
    assertEquals(
        List.of(
            "main|M0001_InitialMigration|1|it's M0001_InitialMigration|applied|1|1|t|t|postgres",
            "main|M0002_AddAddressToUser|2|it's M0002_AddAddressToUser|applied|1|1|t|t|postgres"),
        query(
            database,
            "SELECT concat_ws('|', migration_set, revision, ordinal, description, state,"
                + " steps_done, steps, finished_at >= started_at, milliseconds >= 0, database_user)"
                + " FROM lockstep_history ORDER BY ordinal"));
    assertEquals(
        List.of("true"),
        query(
            database,
            "SELECT bool_and(checksum ~ '^s1:[0-9a-f]{64}$' AND fingerprint = 't1:' || revision"
                + " AND library_version ~ '^[0-9]+[.][0-9]+' AND host <> '')::text"
                + " FROM lockstep_history"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void downgradesToTheCatalogBefore(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    String empty = CatalogDump.of(database, "public");
    Migrator migrator = migrator(database);
    migrator.upgradeTo("M0001");
    String first = CatalogDump.of(database, "public");
    migrator.upgrade();

    DowngradeReport one = migrator.downgrade(1);

    assertEquals(List.of(SECOND), ids(one.reverted()));
    assertEquals(List.of(FIRST), one.at());
    assertEquals(first, CatalogDump.of(database, "public"));
    assertEquals(List.of(FIRST), query(database, "SELECT revision FROM lockstep_history"));

    assertEquals(List.of(), migrator.downgradeTo("base").at());
    assertEquals(empty, CatalogDump.of(database, "public"));
    assertEquals(List.of(FIRST, SECOND), ids(migrator.upgrade().applied()));
  }

  @Test
  void isUpToDateTheSecondTime() {
    Migrator migrator = migrator(Postgres.newDatabase(Postgres.NEWEST));
    migrator.upgrade();

    assertEquals(new UpgradeReport(List.of(), List.of(SECOND)), migrator.upgrade());
    assertEquals("up to date at " + SECOND, migrator.upgrade().toString());
  }

  @Test
  void makesTheSchemaAndKeepsOthersApart() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    String odd = "a\"b; drop table x";
    for (String schema : List.of("shop", odd, "public")) {
      Migrator migrator = Migrator.builder(database)
          .migrations(Shop.migrations())
          .schema(schema)
          .build();

      assertEquals(2, migrator.upgrade().applied().size());
      assertEquals("id email address", columns(database, schema));
      assertEquals(schema, migrator.status().schema());
      assertTrue(migrator.check().differences().isEmpty());
    }
  }

  @Test
  void statusSaysWhatWaits() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database);

    assertEquals("2 pending", migrator.status().summary());
    assertEquals(Outcome.PENDING, migrator.status().outcome());
    assertEquals(
        List.of("false"),
        query(database, "SELECT (to_regclass('lockstep_history') IS NOT NULL)::text"));

    migrator.upgradeTo("M0001");
    assertEquals("""
        main in schema public: 1 pending
          M0001_InitialMigration  applied
          M0002_AddAddressToUser  pending""", migrator.status().toString());

    migrator.upgrade();
    assertEquals("up to date, 2 applied", migrator.status().summary());
    assertEquals(Outcome.DONE, migrator.status().outcome());
  }

  @Test
  void historyIsInTheOrderOfApplying() {
    Migrator migrator = migrator(Postgres.newDatabase(Postgres.NEWEST));
    assertEquals(List.of(), migrator.history().entries());
    migrator.upgrade();

    HistoryReport history = migrator.history();

    assertEquals(
        List.of(FIRST, SECOND),
        history.entries().stream().map(HistoryEntry::revision).toList());
    HistoryEntry first = history.entries().get(0);
    assertEquals(HistoryEntry.State.APPLIED, first.state());
    assertFalse(first.startedAt().isAfter(history.entries().get(1).startedAt()));
  }

  @Test
  void stampRunsNothing() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Migrator migrator = migrator(database);

    StampReport forward = migrator.forceStamp("head");

    assertEquals(new StampReport(List.of(FIRST, SECOND), List.of(), List.of(SECOND)), forward);
    assertEquals("", columns(database, "public"));
    assertEquals(List.of(), migrator.upgrade().applied());

    StampReport back = migrator.forceStamp("M0001");

    assertEquals(new StampReport(List.of(), List.of(SECOND), List.of(FIRST)), back);
    assertEquals(
        "recorded as at M0001_InitialMigration\n  - M0002_AddAddressToUser", back.toString());
    assertEquals(new StampReport(List.of(), List.of(FIRST), List.of()), migrator.stamp("base"));
  }

  @ParameterizedTest
  @MethodSource("majors")
  void stampRecordsOnlyWhatTheDatabaseIs(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Migrator migrator = migrator(database);
    migrator.upgrade();
    execute(database, "DROP TABLE lockstep_history; ALTER TABLE \"user\" DROP address");

    DriftException refusal = assertThrows(DriftException.class, () -> migrator.stamp("head"));

    assertEquals("""
        [lockstep:StampDiffers] this database is not what it is at M0002_AddAddressToUser, so nothing was recorded: 1 difference
            differs: column "address" of table "user": expected "address" varchar(200), found nothing
            mend the database, or record it all the same: stamp M0002_AddAddressToUser --force""", refusal.getMessage());
    assertEquals(3, refusal.outcome().exitCode());
    assertEquals(1, refusal.differences().size());
    assertEquals(List.of(FIRST), migrator.stamp("M0001").recorded());
    assertEquals(1, migrator.upgrade().applied().size());
    assertEquals(List.of(), migrator.check().differences());
  }

  @Test
  void worksOnAConnectionThatStaysOpen() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    try (Connection connection = database.getConnection()) {
      Migrator migrator =
          Migrator.builder(connection).migrations(Shop.migrations()).build();

      migrator.upgrade();

      assertFalse(connection.isClosed());
      assertTrue(connection.getAutoCommit());
      assertEquals(Outcome.DONE, migrator.status().outcome());
    }
  }

  @Test
  void runsHandWrittenStepsInTheirPlaceAndTransaction() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations = Shop.migrations().add("M0003_Fill", schema -> {
      schema.addColumn("user", column("note", text()));
      schema.sql("INSERT INTO \"user\" (email, note) VALUES ('one', '{a ? b}')");
      schema.run("second row", connection -> {
        try (var insert =
            connection.prepareStatement("INSERT INTO \"user\" (email, note) VALUES (?, ?)")) {
          insert.setString(1, "two");
          insert.setString(2, "java");
          insert.executeUpdate();
        }
      });
      schema.backfill("user", "address", "note || '!'");
    });

    migrator(database, migrations).upgrade();

    assertEquals(
        List.of("{a ? b}!", "java!"), query(database, "SELECT address FROM \"user\" ORDER BY id"));
  }

  @Test
  void listenerHearsEveryStep() {
    List<String> heard = new ArrayList<>();
    MigrationListener listener = new MigrationListener() {
      @Override
      public void migrationStarted(Direction direction, String revision, int number, int total) {
        heard.add(direction + " " + revision + " " + number + "/" + total);
      }

      @Override
      public void stepStarted(String revision, String step, int number, int total) {
        heard.add(step + " " + number + "/" + total);
      }

      @Override
      public void migrationFinished(
          Direction direction, String revision, java.time.Duration duration) {
        heard.add("finished " + revision);
      }
    };
    Migrator migrator = Migrator.builder(Postgres.newDatabase(Postgres.NEWEST))
        .migrations(Shop.migrations())
        .listener(listener)
        .build();
    migrator.upgradeTo("M0001");
    heard.clear();
    migrator.upgrade();
    migrator.downgrade(1);

    assertEquals(
        List.of(
            "UPGRADE M0002_AddAddressToUser 1/1",
            "ALTER TABLE \"public\".\"user\" ADD COLUMN \"address\" varchar(200) 1/1",
            "finished M0002_AddAddressToUser",
            "DOWNGRADE M0002_AddAddressToUser 1/1",
            "ALTER TABLE \"public\".\"user\" DROP COLUMN \"address\" 1/1",
            "finished M0002_AddAddressToUser"),
        heard);
  }

  @Fault(Scenario.LATE_BRANCH)
  @ParameterizedTest
  @MethodSource("majors")
  void appliesABranchThatArrivesLate(int major) {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations all = new WrittenMigrations()
        .add("M1", schema -> schema.sql("SELECT 1"))
        .add("M2a", List.of("M1"), schema -> schema.sql("SELECT 2"), schema -> {})
        .add("M2b", List.of("M1"), schema -> schema.sql("SELECT 3"), schema -> {})
        .add("M3", List.of("M2a", "M2b"), schema -> {}, schema -> {});
    migrator(database, all.copy(Set.of("M1", "M2b"))).upgrade();

    UpgradeReport report = migrator(database, all).upgrade();

    assertEquals(List.of("M2a", "M3"), ids(report.applied()));
    assertEquals(List.of("M3"), report.at());
    assertEquals(
        "M3 M2b",
        ids(migrator(database, all).downgrade(2).reverted()).stream()
            .collect(Collectors.joining(" ")));
  }
}
