package dev.lockstep.testing;

import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database for one trial after another, with one connection that stays open: to connect takes as
 * long as a small migration.
 */
public final class TrialDatabase implements AutoCloseable {
  /** Target schema; {@code public} is left to the extensions. */
  public static final String TARGET = "main";

  private static final String[] SCHEMAS = {TARGET, "app", "App \"x\""};
  private final DataSource database;
  private final Connection connection;
  private final PostgresDdl ddl;

  public TrialDatabase(int major) throws SQLException {
    database = Postgres.newDatabase(major);
    connection = database.getConnection();
    ddl = new PostgresDdl(TARGET, major);
    connection.setAutoCommit(false);
    execute("SET client_min_messages = error; SET TimeZone = 'UTC';"
        + " SET search_path = main, app, \"App \"\"x\"\"\", public, pg_temp");
    connection.commit();
  }

  /** Leaves nothing but the target schema. */
  public void empty() throws SQLException {
    connection.rollback();
    execute("SET session_replication_role = DEFAULT");
    for (String schema : SCHEMAS) {
      execute("DROP SCHEMA IF EXISTS " + PostgresDdl.quote(schema) + " CASCADE");
    }
    execute("DROP EXTENSION IF EXISTS citext, hstore, btree_gist CASCADE");
    execute("CREATE SCHEMA " + TARGET);
    connection.commit();
  }

  /** Applies the operations, each in the transaction that it wants. */
  public void apply(List<Operation> operations) throws SQLException {
    Execution before = Execution.TRANSACTION;
    for (Operation operation : operations) {
      if (!operation.execution().joins(before)) {
        connection.commit();
      }
      connection.setAutoCommit(operation.execution() == Execution.OUTSIDE);
      execute(ddl.sql(operation));
      connection.setAutoCommit(false);
      before = operation.execution();
    }
    connection.commit();
  }

  public String sql(Operation operation) {
    return ddl.sql(operation);
  }

  /** The rows of {@link RandomRows}; foreign keys are not checked. */
  public void fill(Schema schema) throws SQLException {
    execute("SET LOCAL session_replication_role = replica");
    for (String insert : RandomRows.inserts(schema, TARGET)) {
      execute(insert);
    }
    connection.commit();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SQLException(e.getMessage() + "\nfailed: " + sql, e);
    }
  }

  /** Another session. */
  public Connection newConnection() throws SQLException {
    return database.getConnection();
  }

  public Connection connection() {
    return connection;
  }

  public String catalog() {
    return CatalogDump.of(keptOpen(), SCHEMAS);
  }

  /** A data source of this one connection, which nobody can close. */
  private DataSource keptOpen() {
    ClassLoader loader = TrialDatabase.class.getClassLoader();
    Object kept = Proxy.newProxyInstance(
        loader, new Class<?>[] {Connection.class}, (proxy, method, values) -> {
          if (List.of("close", "setAutoCommit").contains(method.getName())) {
            return null;
          }
          try {
            return method.invoke(connection, values);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
    return (DataSource) Proxy.newProxyInstance(
        loader, new Class<?>[] {DataSource.class}, (proxy, method, values) -> kept);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
