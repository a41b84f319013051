package dev.lockstep.faults;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.MigrationFailedException;
import dev.lockstep.WrittenMigrations;
import dev.lockstep.testing.CatalogDump;
import dev.lockstep.testing.Postgres;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A history whose rows somebody has changed by hand. */
class HistoryRowsTest {
  static List<Integer> majors() {
    return Postgres.majors();
  }

  private static String state(DataSource database) throws SQLException {
    return CatalogDump.of(database, "public")
        + query(database, "SELECT h::text FROM lockstep_history AS h ORDER BY ordinal");
  }

  /** Its tables are there, so it cannot be run again, and nothing else is. */
  @Fault(Scenario.HISTORY_EDITED)
  @ParameterizedTest
  @CsvSource({FIRST + ",14", FIRST + ",18", SECOND + ",14", SECOND + ",18"})
  void aRowThatIsGoneChangesNothing(String revision, int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations three = migrations().add("M0003_None", schema -> {});
    migrator(database, three).upgrade();
    execute(database, "DELETE FROM lockstep_history WHERE revision = '" + revision + "'");
    String before = state(database);

    MigrationFailedException failure =
        assertThrows(MigrationFailedException.class, migrator(database, three)::upgrade);

    assertTrue(
        failure.getMessage().startsWith("[lockstep:MigrationFailed] " + revision + " was rolled"),
        failure.getMessage());
    assertTrue(failure.getMessage().contains("already exists"), failure.getMessage());
    assertEquals(before, state(database));
  }

  /** A second row for a revision would need another key. */
  @Fault(Scenario.HISTORY_EDITED)
  @ParameterizedTest
  @MethodSource("majors")
  void noRevisionHasTwoRows(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    migrator(database).upgrade();

    SQLException refusal = assertThrows(
        SQLException.class,
        () -> execute(database, "INSERT INTO lockstep_history SELECT * FROM lockstep_history"));

    assertEquals("23505", refusal.getSQLState());
  }
}
