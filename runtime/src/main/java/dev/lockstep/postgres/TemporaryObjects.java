package dev.lockstep.postgres;

import dev.lockstep.operation.Operation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Temporary tables and views, for as long as a transaction lasts that is rolled back. */
final class TemporaryObjects {
  /** A lock that was not to be had, a deadlock, a cancelled statement: nothing is judged by it. */
  private static final Set<String> OUT_OF_TIME = Set.of("55P03", "40P01", "57014");

  private static final String EXISTING =
      "SELECT s.name FROM pg_catalog.unnest(CAST(? AS pg_catalog.text[])) AS s (name)"
          + " WHERE pg_catalog.to_regclass(s.name) IS NOT NULL";

  private final Connection connection;
  private final SearchPath path;
  private final PostgresDdl ddl;

  /** On a connection in autocommit mode. */
  TemporaryObjects(Connection connection, SearchPath path) throws SQLException {
    this.connection = connection;
    this.path = path;
    this.ddl = new PostgresDdl("pg_temp", connection.getMetaData().getDatabaseMajorVersion());
  }

  /**
   * Fails early, so that what a server refuses later is refused for another reason.
   *
   * @throws NoTemporaryObjectsException if none can be made here
   */
  void requireRight() throws SQLException {
    during(() -> {
      executeAll(List.of("CREATE TABLE pg_temp.lockstep_probe ()"));
      return true;
    });
  }

  /**
   * Does the work in a transaction under the search path, and rolls it back.
   *
   * @throws NoTemporaryObjectsException if none can be made here
   */
  <R> R during(SearchPath.Work<R> work) throws SQLException {
    try {
      return path.during(connection, work);
    } catch (SQLException e) {
      Optional<NoTemporaryObjectsException> reason = NoTemporaryObjectsException.of(connection, e);
      if (reason.isPresent()) {
        throw reason.get();
      }
      throw e;
    }
  }

  /** Does what the operations say, with {@code pg_temp} as the target schema. */
  void execute(List<Operation> operations) throws SQLException {
    executeAll(operations.stream().map(ddl::sql).toList());
  }

  private void executeAll(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.addBatch(sql);
      }
      statement.executeBatch();
    }
  }

  /** As {@link #execute}, all of it or nothing; whether the server did it. */
  boolean tryExecute(List<Operation> operations) throws SQLException {
    return operations.isEmpty() || tryAll(operations.stream().map(ddl::sql).toList());
  }

  /** As {@link #tryExecute(List)}. */
  boolean tryExecute(String sql) throws SQLException {
    return tryAll(List.of(sql));
  }

  private boolean tryAll(List<String> statements) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try {
      executeAll(statements);
      connection.releaseSavepoint(savepoint);
      return true;
    } catch (SQLException e) {
      connection.rollback(savepoint);
      if (OUT_OF_TIME.contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
      return false;
    }
  }

  /**
   * Those tables and views that are there.
   *
   * @param names as SQL, with their schemas
   */
  Set<String> existing(Collection<String> names) throws SQLException {
    Set<String> existing = new HashSet<>();
    new CatalogQuery(connection, Map.of())
        .forEach(EXISTING, names, row -> existing.add(row.text(1)));
    return existing;
  }

  /** Queries about those of these raw names that the work has made so far. */
  CatalogQuery query(String namespace, Collection<String> names) throws SQLException {
    return new CatalogQuery(connection, Map.of(schema(), namespace), names);
  }

  private String schema() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT COALESCE((SELECT nspname FROM pg_catalog.pg_namespace"
                + " WHERE oid = pg_catalog.pg_my_temp_schema()), 'pg_temp')")) {
      row.next();
      return row.getString(1);
    }
  }
}
