package dev.lockstep;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps rows out of the history keeps their migrations out of the database. */
class UnrecordedTest {
  /** So many are told to the server as prepared statements. */
  private static final int MANY = 40;

  private static final String INSERT_RULE =
      "CREATE RULE nope AS ON INSERT TO lockstep_history DO INSTEAD NOTHING";

  /** How rows are kept out, of an insertion or of the update that finishes them. */
  static List<String> obstacles() {
    return List.of(
        INSERT_RULE,
        "CREATE RULE nope AS ON UPDATE TO lockstep_history DO INSTEAD NOTHING",
        trigger("INSERT"),
        trigger("UPDATE"));
  }

  static Stream<Arguments> obstaclesByMajor() {
    return Postgres.majors().stream()
        .flatMap(major -> obstacles().stream().map(each -> Arguments.of(major, each)));
  }

  private static String trigger(String event) {
    return "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
        + " CREATE TRIGGER nope BEFORE " + event + " ON lockstep_history"
        + " FOR EACH ROW EXECUTE FUNCTION nothing()";
  }

  private static WrittenMigrations tables(int count) {
    return new WrittenMigrations().addTables(1, count, "");
  }

  /** The upgrade ends at that revision, of which nothing is there, and all before it is. */
  private static void stopsAt(int number, Migrator migrator, DataSource database)
      throws SQLException {
    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator::upgrade);

    assertEquals("HistoryMoved", failure.code());
    assertEquals("M%04d".formatted(number), failure.failure().revision());
    assertEquals(
        IntStream.range(1, number).mapToObj("M%04d"::formatted).toList(),
        query(database, "SELECT revision FROM lockstep_history ORDER BY 1"));
    assertEquals(
        List.of("f"), query(database, "SELECT to_regclass('t" + number + "') IS NOT NULL"));
  }

  @ParameterizedTest
  @MethodSource("obstaclesByMajor")
  void ofOneMigration(int major, String obstacle) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    Shop.migrator(database, tables(1)).upgrade();
    execute(database, obstacle);

    stopsAt(2, Shop.migrator(database, tables(2)), database);
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void ofManyMigrations(String obstacle) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Shop.migrator(database, tables(1)).upgrade();
    execute(database, obstacle);

    stopsAt(2, Shop.migrator(database, tables(MANY)), database);
  }

  @ParameterizedTest
  @MethodSource("obstaclesByMajor")
  void ofManyMigrationsThatHaveBegun(int major, String obstacle) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    MigrationListener obstructing = new MigrationListener() {
      @Override
      public void migrationFinished(Direction direction, String revision, Duration duration) {
        if (revision.equals("M0020")) {
          assertDoesNotThrow(() -> execute(database, obstacle));
        }
      }
    };

    stopsAt(
        21,
        Migrator.builder(database)
            .migrations(tables(MANY))
            .listener(obstructing)
            .build(),
        database);
  }

  @ParameterizedTest
  @MethodSource("insertions")
  void ofManyMigrationsAfterAStep(String obstacle) throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    WrittenMigrations migrations =
        tables(20).add("M0021", schema -> schema.sql(obstacle)).addTables(22, 2 * MANY, "");

    stopsAt(22, Shop.migrator(database, migrations), database);
  }

  /** What keeps an update out keeps that of the step itself out. */
  static List<String> insertions() {
    return List.of(INSERT_RULE, trigger("INSERT"));
  }

  @Test
  void twoRowsAreNotOne() throws SQLException {
    DataSource database = Postgres.newDatabase(Postgres.NEWEST);
    Shop.migrator(database, tables(1)).upgrade();
    execute(
        database,
        "ALTER TABLE lockstep_history DROP CONSTRAINT lockstep_history_pkey;"
            + " CREATE FUNCTION twice() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN"
            + " IF pg_trigger_depth() = 1 THEN INSERT INTO lockstep_history SELECT NEW.*; END IF;"
            + " RETURN NULL; END';"
            + " CREATE TRIGGER twice AFTER INSERT ON lockstep_history"
            + " FOR EACH ROW EXECUTE FUNCTION twice()");

    stopsAt(2, Shop.migrator(database, tables(2)), database);
  }
}
