package dev.lockstep;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.StatusReport.State;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that have applied nothing, part or all of what a squash replaces. */
class SquashTest {
  private static final List<String> PARTS = List.of("M0001_T", "M0002_A", "M0003_B");
  private static final String SQUASH = "M0004_Squash";
  private static final String LATER = "M0005_Later";

  private static WrittenMigrations old() {
    return new WrittenMigrations()
        .add(
            "M0001_T",
            schema -> schema.createTable("t", column("id", text())),
            schema -> schema.dropTable("t"))
        .add(
            "M0002_A",
            schema -> schema.addColumn("t", column("a", text())),
            schema -> schema.dropColumn("t", "a"))
        .add(
            "M0003_B",
            schema -> schema.addColumn("t", column("b", text())),
            schema -> schema.dropColumn("t", "b"));
  }

  /** The old ones, their squash, and one that came after the last of them. */
  private static WrittenMigrations squashed() {
    return old()
        .squash(
            SQUASH,
            PARTS,
            schema -> schema.createTable(
                "t", column("id", text()), column("a", text()), column("b", text())),
            schema -> schema.dropTable("t"))
        .add(
            LATER,
            List.of("M0003_B"),
            schema -> schema.addColumn("t", column("c", text())),
            schema -> schema.dropColumn("t", "c"));
  }

  private static WrittenMigrations without(String... ids) {
    Set<String> left = new HashSet<>(List.of("M0001_T", "M0002_A", "M0003_B", SQUASH, LATER));
    left.removeAll(Set.of(ids));
    return squashed().copy(left);
  }

  private static List<String> history(DataSource database) throws SQLException {
    return query(database, "SELECT revision FROM lockstep_history ORDER BY ordinal");
  }

  static Stream<Arguments> databases() {
    return Postgres.majors().stream()
        .flatMap(major -> Stream.of(0, 1, 2, 3).map(applied -> Arguments.of(major, applied)));
  }

  @ParameterizedTest(name = "PostgreSQL {0}, {1} applied")
  @MethodSource("databases")
  void allEndInTheSamePlace(int major, int applied) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    DataSource fresh = Postgres.newDatabase(major);
    migrator(fresh, squashed()).upgrade();
    if (applied > 0) {
      migrator(database, old()).upgradeTo(PARTS.get(applied - 1));
    }
    Migrator migrator = migrator(database, squashed());

    migrator.upgrade();

    assertEquals(CatalogDump.of(fresh, "public"), CatalogDump.of(database, "public"));
    assertEquals(List.of(SQUASH, LATER), history(fresh));
    assertEquals(
        applied == 0
            ? List.of(SQUASH, LATER)
            : Stream.concat(PARTS.stream(), Stream.of(SQUASH, LATER)).toList(),
        history(database));
    assertEquals(new UpgradeReport(List.of(), List.of(LATER)), migrator.upgrade());
    assertEquals(List.of(), migrator.check().differences());
    assertEquals(
        "up to date, " + history(database).size() + " applied",
        migrator.status().summary());
    assertEquals(List.of(LATER), migrator.check().at());

    migrator.downgradeTo("base");

    assertEquals(List.of(), history(database));
    assertEquals(
        "0",
        query(database, "SELECT count(*) FROM pg_tables WHERE tablename = 't'").get(0));
  }

  @ParameterizedTest
  @MethodSource("dev.lockstep.MigratorTest#majors")
  void goesOnWithoutTheOldClasses(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database, old()).upgrade();
    WrittenMigrations later = without("M0001_T", "M0002_A", "M0003_B");
    Migrator migrator = migrator(database, later);

    assertEquals(List.of(LATER), migrator.upgrade().at());
    assertEquals(List.of(), migrator.upgrade().applied());
    assertEquals(List.of(), migrator.check().differences());
    assertEquals(0, migrator.status().count(State.UNKNOWN));
    assertEquals(5, migrator.status().count(State.APPLIED));

    assertEquals(List.of(), migrator.downgrade(2).at());
    assertEquals(List.of(), history(database));
    assertEquals(List.of(LATER), migrator.upgrade().at());
    assertEquals(List.of(SQUASH, LATER), history(database));
  }

  @Test
  void namesTheOldClassesThatItStillNeeds() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, old()).upgradeTo("M0001_T");
    Migrator migrator = migrator(database, without("M0002_A", "M0003_B"));

    assertEquals(
        """
        [lockstep:SquashPartsMissing] the database is among the migrations that M0004_Squash replaces, but the code has no longer M0002_A, M0003_B
            bring back the files of those that it replaces, until every database has passed them
            or upgrade with the version that has them first""", assertThrows(HistoryMismatchException.class, migrator::upgrade).getMessage());
    assertEquals(List.of("M0001_T"), history(database));
  }

  @Test
  void goesBackByTheWayItCame() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, old()).upgradeTo("M0002_A");
    Migrator migrator = migrator(database, squashed());
    migrator.upgrade();

    assertEquals(List.of("M0002_A"), migrator.downgrade(2).at());
    assertEquals(List.of("M0001_T", "M0002_A"), history(database));
    assertEquals(
        List.of("M0003_B", SQUASH, LATER),
        migrator.upgrade().applied().stream().map(FinishedMigration::revision).toList());
  }

  @Test
  void stampsAndScriptsTheSquash() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    migrator(database, old()).upgradeTo("M0001_T");
    Migrator migrator = migrator(database, squashed());

    assertEquals(List.of("M0001_T"), migrator.forceStamp(SQUASH).removed());
    assertEquals(List.of(SQUASH), history(database));
    assertEquals(List.of("M0002_A"), migrator.forceStamp("M0002").at());
    assertEquals(List.of("M0001_T", "M0002_A"), history(database));

    String sql = migrator.script("base", "head").sql();
    assertEquals(
        List.of(
            "-- upgrade to M0004_Squash: it's M0004_Squash",
            "-- upgrade to M0005_Later: it's M0005_Later"),
        sql.lines().filter(line -> line.startsWith("-- upgrade")).toList());
    DataSource scripted = Postgres.newDatabase(Postgres.NEWEST);
    Shop.execute(scripted, sql);
    assertEquals(List.of(), migrator(scripted, squashed()).upgrade().applied());
    Shop.execute(scripted, migrator.script("head", "base").sql());
    assertEquals(List.of(), history(scripted));
  }
}
