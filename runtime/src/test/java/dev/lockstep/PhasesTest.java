package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Upgrades of a database that an older version of the application uses. */
class PhasesTest {
  private static final String FIRST = "M0001_T";
  private static final String EXPAND = "M0002_B";
  private static final String CONTRACT = "M0003_BContract";
  private static final String LATER = "M0004_C";

  private final DataSource database = Postgres.newDatabase(Postgres.NEWEST);

  /** A table, a column more, a column less, and another column more. */
  private static WrittenMigrations all() {
    return new WrittenMigrations()
        .add(
            FIRST,
            schema -> schema.createTable("t", column("a", text())),
            schema -> schema.dropTable("t"))
        .add(
            EXPAND,
            schema -> schema.addColumn("t", column("b", text())),
            schema -> schema.dropColumn("t", "b"))
        .contract(
            CONTRACT,
            schema -> schema.dropColumn("t", "a"),
            schema -> schema.addColumn("t", column("a", text())))
        .add(
            LATER,
            schema -> schema.addColumn("t", column("c", text())),
            schema -> schema.dropColumn("t", "c"));
  }

  private static WrittenMigrations upTo(String last) {
    Set<String> ids = new LinkedHashSet<>();
    for (MigrationSet.Entry entry : all().entries()) {
      ids.add(entry.id());
      if (entry.id().equals(last)) {
        break;
      }
    }
    return all().copy(ids);
  }

  private String columns() throws SQLException {
    return String.join(
        " ",
        query(
            database,
            "SELECT column_name FROM information_schema.columns WHERE table_name = 't'"
                + " ORDER BY ordinal_position"));
  }

  private static List<String> ids(UpgradeReport report) {
    return report.applied().stream().map(FinishedMigration::revision).toList();
  }

  @Test
  void leavesWhatTheRunningVersionCannotBear() throws SQLException {
    migrator(database, upTo(FIRST)).upgrade();
    Migrator release = migrator(database, upTo(CONTRACT));

    UpgradeReport before = release.upgrade(Phase.EXPAND);

    assertEquals(List.of(EXPAND), ids(before));
    assertEquals(List.of(EXPAND), before.at());
    assertEquals(List.of(CONTRACT), before.held());
    assertEquals("a b", columns());

    UpgradeReport after = release.upgrade(Phase.CONTRACT);

    assertEquals(List.of(CONTRACT), ids(after));
    assertEquals(List.of(), after.held());
    assertEquals("b", columns());
    assertEquals(new UpgradeReport(List.of(), List.of(CONTRACT)), release.upgrade(Phase.EXPAND));
  }

  /** No older version runs where there was nothing. */
  @Test
  void beginsWithAllPhases() throws SQLException {
    UpgradeReport report = migrator(database, all()).upgrade(Phase.EXPAND);

    assertEquals(List.of(FIRST, EXPAND, CONTRACT, LATER), ids(report));
    assertEquals(List.of(), report.held());
    assertEquals("b c", columns());
  }

  @Test
  void refusesWhatComesAfterWhatIsToBeLeft() throws SQLException {
    migrator(database, upTo(FIRST)).upgrade();
    Migrator release = migrator(database, all());

    UsageException refused =
        assertThrows(UsageException.class, () -> release.upgrade(Phase.EXPAND));

    assertEquals("""
        [lockstep:BehindContract] M0004_C comes after M0003_BContract, which waits until no older version of the application runs; nothing was done
            once only versions run that can do without what M0003_BContract takes away: upgrade M0003_BContract
            then again: upgrade --phase expand
            without a rolling deployment: stop the application, then upgrade""", refused.getMessage());
    assertEquals("a", columns());

    release.upgradeTo(CONTRACT, Phase.EXPAND);
    assertEquals("a b", columns());
    release.upgradeTo(CONTRACT);
    assertEquals(List.of(LATER), ids(release.upgrade(Phase.EXPAND)));
    assertEquals("b c", columns());
  }

  @Test
  void costsOneRoundTripWhereNothingIsToDoYet() throws Exception {
    migrator(database, upTo(EXPAND)).upgrade();
    WrittenMigrations release = upTo(CONTRACT);
    try (ServerProxy proxy = ServerProxy.to(database);
        Connection connection = proxy.dataSource().getConnection()) {
      Migrator migrator = Migrator.builder(connection).migrations(release).build();
      proxy.reset();

      UpgradeReport report = migrator.upgrade(Phase.EXPAND);

      assertEquals(1, proxy.roundTrips());
      assertEquals(new UpgradeReport(List.of(), List.of(EXPAND), List.of(CONTRACT)), report);
      assertEquals(Set.of(), release.loaded());
    }
  }

  /** Somebody has decided that it may run; half of it is worse for an older version than all. */
  @Test
  void goesOnWithWhatWasBegun() throws SQLException {
    migrator(database, upTo(EXPAND)).upgrade();
    WrittenMigrations release = upTo(EXPAND)
        .contract(
            CONTRACT,
            schema -> {
              schema.dropColumn("t", "a");
              schema.createIndexConcurrently("t", SchemaElements.uniqueIndex("t_b", "b"));
            },
            schema -> {});
    execute(database, "INSERT INTO t (b) VALUES ('x'), ('x')");
    assertThrows(
        MigrationFailedException.class, () -> migrator(database, release).upgrade());
    execute(database, "DELETE FROM t");

    UpgradeReport report = migrator(database, release).upgrade(Phase.EXPAND);

    assertEquals(List.of(CONTRACT), ids(report));
    assertEquals(List.of(), report.held());
  }

  @Test
  void leavesASquashWhosePartsAreLeft() throws SQLException {
    migrator(database, upTo(FIRST)).upgrade();
    WrittenMigrations release = upTo(CONTRACT)
        .squash(
            "M0003_Squash",
            List.of(FIRST, EXPAND, CONTRACT),
            schema -> schema.createTable("t", column("b", text())),
            schema -> schema.dropTable("t"));

    UpgradeReport first = migrator(database, release).upgrade(Phase.EXPAND);

    assertEquals(List.of(EXPAND), ids(first));
    assertEquals(List.of(CONTRACT), first.held());
    assertEquals(first.held(), migrator(database, release).upgrade(Phase.EXPAND).held());
    assertEquals(
        List.of(CONTRACT, "M0003_Squash"), ids(migrator(database, release).upgrade()));
    assertEquals(List.of(), migrator(database, release).upgrade(Phase.EXPAND).held());
  }

  @Test
  void tellsThePhaseOfEachMigration() {
    migrator(database, upTo(FIRST)).upgrade();

    assertEquals("""
        main in schema public: 2 pending
          M0001_T          applied
          M0002_B          pending
          M0003_BContract  pending (contract)""", migrator(database, upTo(CONTRACT)).status().toString());
  }
}
