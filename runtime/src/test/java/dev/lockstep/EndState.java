package dev.lockstep;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** What a database has in the end: its catalog, its rows, and its history without times. */
public record EndState(String catalog, List<String> rows, List<String> history) {
  public static EndState of(DataSource database) throws SQLException {
    return new EndState(
        MigrationInParts.catalog(database),
        EveryStep.rows(database),
        MigrationInParts.history(database));
  }
}
