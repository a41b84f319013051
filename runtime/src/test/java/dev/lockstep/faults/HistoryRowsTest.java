package dev.lockstep.faults;

import static dev.lockstep.Shop.FIRST;
import static dev.lockstep.Shop.SECOND;
import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.migrations;
import static dev.lockstep.Shop.migrator;
import static dev.lockstep.Shop.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.HistoryMismatchException;
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

  /** It was applied: what comes after it is. Run again it might even succeed. */
  @Fault(Scenario.HISTORY_EDITED)
  @ParameterizedTest
  @CsvSource({FIRST + ",14", FIRST + ",18", SECOND + ",14", SECOND + ",18"})
  void aRowThatIsGoneIsTold(String revision, int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    WrittenMigrations three = migrations().add("M0003_None", schema -> {});
    migrator(database, three).upgrade();
    execute(database, "DELETE FROM lockstep_history WHERE revision = '" + revision + "'");
    String before = state(database);

    HistoryMismatchException failure =
        assertThrows(HistoryMismatchException.class, migrator(database, three)::upgrade);

    String next = revision.equals(FIRST) ? SECOND : "M0003_None";
    assertEquals(
        "[lockstep:HistoryGap] " + revision + " is not recorded, but " + next
            + " is, which comes after it",
        failure.getMessage().lines().findFirst().orElseThrow());
    assertThrows(HistoryMismatchException.class, () -> migrator(database, three).downgrade(1));
    assertThrows(HistoryMismatchException.class, () -> migrator(database, three).check());
    assertEquals(before, state(database));

    assertEquals(List.of(revision), migrator(database, three).stamp(next).recorded());
    migrator(database, three).stamp("head");
    assertEquals(List.of(), migrator(database, three).upgrade().applied());
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
