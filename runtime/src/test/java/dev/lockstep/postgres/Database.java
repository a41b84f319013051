package dev.lockstep.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.operation.Operation;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;

/** A real database and plain SQL for the tests of this package. */
final class Database {
  private Database() {}

  static DataSource rich(int major) throws SQLException {
    DataSource database = Postgres.newDatabase(major);
    PostgresDdl ddl = new PostgresDdl("public", major);
    try (Connection connection = database.getConnection()) {
      for (Operation operation : RichSchema.operations(major)) {
        execute(connection, ddl.sql(operation));
      }
    }
    return database;
  }

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new SQLException(sql, e.getSQLState(), e);
        }
      }
    }
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  static SortedSet<String> sorted(String... names) {
    return new TreeSet<>(List.of(names));
  }

  /** Fails with the lines that are not in both alone. */
  static void assertSameLines(List<String> expected, List<String> actual, String message) {
    List<String> missing = new ArrayList<>(expected);
    List<String> surplus = new ArrayList<>(actual);
    actual.forEach(missing::remove);
    expected.forEach(surplus::remove);
    assertEquals(String.join("\n", missing), String.join("\n", surplus), message);
  }
}
