package dev.lockstep.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connects and reads Lockstep's history, which is the least that a start can do. */
final class FloorProgram implements Work {
  /** Reads all that tells one migration from another. */
  static final String SELECT =
      "SELECT revision, fingerprint, state FROM public.lockstep_history WHERE migration_set = 'main'";

  private FloorProgram() {}

  public static void main(String[] arguments) throws Exception {
    Timed.run(arguments, new FloorProgram());
  }

  @Override
  public void run(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      read(connection);
    }
  }

  /** The number of characters read, so that nothing is left out as unused. */
  static int read(Connection connection) throws SQLException {
    int read = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SELECT)) {
      while (rows.next()) {
        read += rows.getString(1).length()
            + rows.getString(2).length()
            + rows.getString(3).length();
      }
    }
    return read;
  }
}
