package dev.lockstep.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The search path under which SQL is read and printed: the target schema, our other schemas, then
 * {@code public}, where extensions usually are. PostgreSQL prints the schema of a type or function
 * only where the path does not find it, so equal paths make texts comparable.
 */
final class SearchPath {
  /** What is done while the path is set. */
  interface Work<R> {
    R run() throws SQLException;
  }

  private final String path;

  private SearchPath(String path) {
    this.path = path;
  }

  static SearchPath of(String targetSchema, SortedSet<String> namespaces) {
    LinkedHashSet<String> schemas = new LinkedHashSet<>();
    schemas.add(targetSchema);
    schemas.addAll(namespaces);
    schemas.add("public");
    // Else temporary tables come first.
    schemas.add("pg_temp");
    return new SearchPath(
        schemas.stream().map(PostgresDdl::quote).collect(Collectors.joining(", ")));
  }

  /**
   * Does the work with the path set. A connection in autocommit gets a transaction for it, which is
   * rolled back; one in a transaction stays in it and gets its old path back.
   */
  <R> R during(Connection connection, Work<R> work) throws SQLException {
    return connection.getAutoCommit()
        ? duringTransaction(connection, work)
        : duringPart(connection, work);
  }

  private <R> R duringTransaction(Connection connection, Work<R> work) throws SQLException {
    connection.setAutoCommit(false);
    R result;
    try {
      set(connection, path);
      liftTimeout(connection);
      result = work.run();
    } catch (SQLException | RuntimeException e) {
      try {
        end(connection);
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
    end(connection);
    return result;
  }

  /** What a role may take for a query of the application is not enough for a large catalog. */
  private static void liftTimeout(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = 0");
    }
  }

  private static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private <R> R duringPart(Connection connection, Work<R> work) throws SQLException {
    String before = set(connection, path);
    R result;
    try {
      result = work.run();
    } catch (RuntimeException e) {
      set(connection, before);
      throw e;
    }
    // An SQLException has ended the transaction, and its settings with it.
    set(connection, before);
    return result;
  }

  /** Sets the path for the rest of the transaction; gives the one before. */
  private static String set(Connection connection, String path) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT old, pg_catalog.set_config('search_path', ?, true)"
            + " FROM pg_catalog.current_setting('search_path') AS old")) {
      statement.setString(1, path);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
