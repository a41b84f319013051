package dev.lockstep.postgres;

import dev.lockstep.operation.Operation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Temporary tables and views, for as long as a transaction lasts that is rolled back. */
final class TemporaryObjects {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

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
   * Does the work in a transaction under the search path, and rolls it back.
   *
   * @throws MissingPrivilegeException if the role may not create temporary tables
   */
  <R> R during(SearchPath.Work<R> work) throws SQLException {
    try {
      return path.during(connection, work);
    } catch (SQLException e) {
      if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw MissingPrivilegeException.ofTemporaryTables(connection, e);
      }
      throw e;
    }
  }

  /** Does what the operations say, with {@code pg_temp} as the target schema. */
  void execute(List<Operation> operations) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (Operation operation : operations) {
        statement.addBatch(ddl.sql(operation));
      }
      statement.executeBatch();
    }
  }

  /** As {@link #execute}, all of it or nothing; whether the server did it. */
  boolean tryExecute(List<Operation> operations) throws SQLException {
    if (operations.isEmpty()) {
      return true;
    }
    Savepoint savepoint = connection.setSavepoint();
    try {
      execute(operations);
      connection.releaseSavepoint(savepoint);
      return true;
    } catch (SQLException e) {
      if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
        throw e;
      }
      connection.rollback(savepoint);
      return false;
    }
  }

  /** Queries about those that the work has made so far. */
  CatalogQuery query(String namespace) throws SQLException {
    return new CatalogQuery(connection, Map.of(schema(), namespace));
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
