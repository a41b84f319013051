package dev.lockstep.engine;

import dev.lockstep.postgres.PostgresDdl;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of a run, in autocommit unless a transaction is open; given back as it was.
 */
public final class Session implements AutoCloseable {
  /** In seconds. */
  private static final int LONGEST_ANSWER = 5;

  private final Connection connection;
  private final ConnectionSource source;
  private final boolean autoCommitBefore;
  private @Nullable Connection handed;
  private volatile @Nullable Statement running;
  private @Nullable Engine engine;
  /** What it was before; empty if it need not be put back. */
  private String idleTimeout = "";

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Session(Connection connection, ConnectionSource source) throws SQLException {
    this.connection = connection;
    this.source = source;
    this.autoCommitBefore = connection.getAutoCommit();
  }

  /** Takes a connection; sends nothing. */
  public static Session open(ConnectionSource source) throws SQLException {
    Session session = new Session(source.take(), source);
    session.setAutoCommit(true);
    return session;
  }

  /**
   * Another one beside this, for another thread.
   *
   * @throws SQLException also if the source hands out the same connection once more: to leave its
   *     transaction would commit it
   */
  Session beside() throws SQLException {
    Connection other = source.take();
    try {
      if (isSame(other) || (!other.getAutoCommit() && isChanging(other))) {
        throw new SQLException("the data source hands out the same connection again");
      }
      Session session = new Session(other, source);
      session.setAutoCommit(true);
      return session;
    } catch (SQLException e) {
      if (other != connection) {
        source.giveBack(other);
      }
      throw e;
    }
  }

  /** Whoever wraps a connection anew each time mostly lets the driver's own be seen there. */
  private boolean isSame(Connection other) throws SQLException {
    if (other == connection || connection.isClosed()) {
      return other == connection;
    }
    Connection own = connection.getMetaData().getConnection();
    return own != null && own == other.getMetaData().getConnection();
  }

  private static boolean isChanging(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pg_catalog.pg_current_xact_id_if_assigned()")) {
      return row.next() && row.getString(1) != null;
    }
  }

  ConnectionSource source() {
    return source;
  }

  /** The connection for whoever makes statements of their own. */
  Connection connection() {
    if (handed == null) {
      handed = source.handed(connection);
    }
    return handed;
  }

  /** The name of what the driver is connected to. */
  String product() throws SQLException {
    return connection.getMetaData().getDatabaseProductName();
  }

  /** A driver makes only those transactions read-only that it begins itself. */
  void requireWritable() throws SQLException {
    if (connection.isReadOnly()) {
      throw Failures.readOnlyConnection();
    }
  }

  int serverMajor() throws SQLException {
    return connection.getMetaData().getDatabaseMajorVersion();
  }

  /** What the server is; asked for once. */
  Engine engine() throws SQLException {
    if (engine == null) {
      engine = Engine.of(this);
    }
    return engine;
  }

  /** Keeps the server from ending the session while it waits between two statements. */
  void stayAwake() throws SQLException {
    String before = query(
            "SELECT pg_catalog.current_setting('idle_session_timeout'),"
                + " pg_catalog.set_config('idle_session_timeout', '0', false)",
            row -> row.getString(1))
        .get(0);
    if (!before.equals("0")) {
      idleTimeout = before;
    }
  }

  /** Ends the statement that another thread runs here, if one runs. */
  void cancel() {
    Statement statement = running;
    try {
      if (statement != null) {
        statement.cancel();
      }
    } catch (SQLException e) {
      Log.LOGGER.log(Level.DEBUG, "a statement could not be cancelled", e);
    }
  }

  /** The rows of a query, whose text has no parameters. */
  <T> List<T> query(String sql, Row<T> reader) throws SQLException {
    try (Statement statement = source.statement(connection)) {
      statement.setEscapeProcessing(false);
      running = statement;
      return read(statement.executeQuery(sql), reader);
    }
  }

  /** As {@link #query}, also where the run is cancelled. */
  <T> List<T> queryCleaningUp(String sql, Row<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    List<SQLException> failures = new ArrayList<>(0);
    source.cleanUp(() -> {
      try {
        rows.addAll(query(sql, reader));
      } catch (SQLException e) {
        failures.add(e);
      }
    });
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return rows;
  }

  /**
   * Begins a transaction, to be ended as any other, with several statements in one message: nothing
   * times out before the last of them.
   *
   * @return the rows of the first
   */
  <T> List<T> begin(String statements, Row<T> reader) throws SQLException {
    List<T> rows;
    try (Statement statement = source.statement(connection)) {
      statement.setEscapeProcessing(false);
      running = statement;
      statement.execute("BEGIN;\n" + statements);
      statement.getMoreResults();
      rows = read(statement.getResultSet(), reader);
    }
    setAutoCommit(false);
    return rows;
  }

  private static <T> List<T> read(ResultSet from, Row<T> reader) throws SQLException {
    try (ResultSet rows = from) {
      List<T> read = new ArrayList<>();
      while (rows.next()) {
        read.add(reader.read(rows));
      }
      return read;
    }
  }

  /** Sends the SQL as it is; it may hold several statements and give results, which are dropped. */
  void execute(String sql) throws SQLException {
    try (Statement statement = source.statement(connection)) {
      statement.setEscapeProcessing(false);
      running = statement;
      statement.execute(sql);
    }
  }

  /** The number of rows that the statement changed. */
  int update(String sql) throws SQLException {
    try (Statement statement = source.statement(connection)) {
      statement.setEscapeProcessing(false);
      running = statement;
      return statement.executeUpdate(sql);
    }
  }

  void setAutoCommit(boolean on) throws SQLException {
    if (connection.getAutoCommit() != on) {
      connection.setAutoCommit(on);
    }
  }

  boolean isInAutoCommit() throws SQLException {
    return connection.getAutoCommit();
  }

  boolean isClosed() throws SQLException {
    return connection.isClosed();
  }

  /** What a transaction does. */
  interface Work {
    void run() throws SQLException;
  }

  /** Does the work in a transaction of its own; rolls back if it fails. */
  void inTransaction(Work work) throws SQLException {
    setAutoCommit(false);
    try {
      work.run();
      commit();
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  /** Commits and returns to autocommit. */
  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Rolls back and returns to autocommit. */
  void rollBack() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** Rolls back and returns to autocommit; what fails is added to the reason for it. */
  void rollBack(Throwable reason) {
    try {
      rollBack();
    } catch (SQLException e) {
      reason.addSuppressed(e);
      discard("a rollback failed", e);
    }
  }

  /** As {@link #rollBack} where a statement has begun the transaction, in autocommit. */
  void rollBackBegun(Throwable reason) {
    try {
      // The driver rolls nothing back in autocommit; to leave it sends nothing.
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      reason.addSuppressed(e);
      discard("a rollback failed", e);
    }
    rollBack(reason);
  }

  /** Whether the server does not answer any more; asks it. */
  boolean isBroken() {
    try {
      return !connection.isValid(LONGEST_ANSWER);
    } catch (SQLException e) {
      Log.LOGGER.log(Level.DEBUG, "the connection is not valid", e);
      return true;
    }
  }

  /** Ends the server's session and with it whatever it holds, because its state is in doubt. */
  void discard(String reason, @Nullable SQLException cause) {
    Log.LOGGER.log(Level.DEBUG, "discarding the connection: " + reason, cause);
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      Log.LOGGER.log(Level.DEBUG, "the connection could not be aborted", e);
    }
  }

  private void restoreIdleTimeout() throws SQLException {
    if (!idleTimeout.isEmpty()) {
      query(
          "SELECT pg_catalog.set_config('idle_session_timeout', " + PostgresDdl.literal(idleTimeout)
              + ", false)",
          row -> row.getString(1));
    }
  }

  @Override
  public void close() {
    try {
      if (!isClosed()) {
        restoreIdleTimeout();
        setAutoCommit(autoCommitBefore);
      }
      source.giveBack(connection);
    } catch (SQLException e) {
      Log.LOGGER.log(Level.DEBUG, "the connection could not be given back", e);
    }
  }
}
