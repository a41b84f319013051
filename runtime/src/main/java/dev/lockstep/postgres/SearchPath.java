package dev.lockstep.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The search path and the like under which SQL is read and printed: the target schema, our other
 * schemas, then {@code public}, where extensions usually are. PostgreSQL prints the schema of a
 * type or function only where the path does not find it, so equal paths make texts comparable.
 */
final class SearchPath {
  /** What is done while the path is set. */
  interface Work<R> {
    R run() throws SQLException;
  }

  private static final String LOCK_TIMEOUT = "10s";

  /** What says how the server prints and reads names and strings, not what they mean. */
  private static final Set<String> FOR_PRINTING =
      Set.of("standard_conforming_strings", "quote_all_identifiers");

  private final Map<String, String> settings = new LinkedHashMap<>();

  private SearchPath(String path) {
    settings.put("search_path", path);
    // What they mean must be what they meant to the migrations, which run under the same settings.
    settings.put("TimeZone", "UTC");
    settings.put("DateStyle", "ISO, MDY");
    settings.put("IntervalStyle", "postgres");
    settings.put("standard_conforming_strings", "on");
    settings.put("quote_all_identifiers", "off");
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

  /** The same as SQL for a session; our own literals do not mind how strings are read. */
  List<String> statements() {
    return settings.entrySet().stream()
        .filter(each -> !FOR_PRINTING.contains(each.getKey()))
        .map(each -> "SET " + each.getKey() + " = "
            + (each.getKey().equals("search_path")
                ? each.getValue()
                : PostgresDdl.literal(each.getValue()))
            + ";")
        .toList();
  }

  /**
   * Does the work with the path and the settings of a migration made. A connection in autocommit
   * gets a transaction for it, which is rolled back; one in a transaction stays in it and gets its
   * old ones back.
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
      // First: the next statement may come too late for one of them.
      liftTimeouts(connection);
      set(connection, settings);
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

  /**
   * What a role may take for a query of the application is not enough for a large catalog; but who
   * waits for a lock holds others.
   */
  private static void liftTimeouts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // One message with BEGIN: the session is idle in the transaction only after it.
      statement.execute("SET LOCAL statement_timeout = 0;"
          + " SET LOCAL idle_in_transaction_session_timeout = 0");
      statement.execute(
          "SELECT pg_catalog.set_config(s.name, s.value, true)"
              + " FROM (VALUES ('lock_timeout', '" + LOCK_TIMEOUT + "'),"
              + " ('transaction_timeout', '0')) AS s (name, value) WHERE pg_catalog.current_setting(s.name, true) IS NOT NULL");
    }
  }

  private static void end(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private <R> R duringPart(Connection connection, Work<R> work) throws SQLException {
    Map<String, String> before = set(connection, settings);
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

  /** Makes the settings for the rest of the transaction; gives those before. */
  private static Map<String, String> set(Connection connection, Map<String, String> settings)
      throws SQLException {
    Map<String, String> before = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(
        "SELECT n, old, pg_catalog.set_config(n, v, true) FROM ROWS FROM ("
            + "pg_catalog.unnest(CAST(? AS pg_catalog.text[])), pg_catalog.unnest(CAST(? AS pg_catalog.text[])))"
            + " AS s (n, v), pg_catalog.current_setting(n) AS old")) {
      statement.setArray(1, array(connection, settings.keySet()));
      statement.setArray(2, array(connection, settings.values()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          before.put(row.getString(1), row.getString(2));
        }
      }
    }
    return before;
  }

  private static Array array(Connection connection, Collection<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }
}
