package dev.lockstep.cli;

import dev.lockstep.UsageException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connects by the PostgreSQL driver of the class path, without the URL in any message. */
final class DriverDataSource implements DataSource {
  /** For commands that need no database. */
  static final DataSource NONE = new DriverDataSource(new DatabaseUrl("", new Properties()));

  private static final String DRIVER = "org.postgresql.Driver";

  private final DatabaseUrl url;

  DriverDataSource(DatabaseUrl url) {
    this.url = url;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = connect();
    if (connection == null) {
      throw new UsageException(
          "UrlUnknown", "the PostgreSQL driver does not understand the URL", List.of(), null);
    }
    return connection;
  }

  private @Nullable Connection connect() throws SQLException {
    try {
      return driver().connect(url.jdbcUrl(), url.properties());
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      String state = e.getSQLState();
      if (state == null || !state.startsWith("08") || message.contains(url.place())) {
        throw e;
      }
      throw new SQLException("no connection to " + url.place() + ": " + message, state, e);
    }
  }

  private static Driver driver() {
    try {
      return Class.forName(DRIVER, true, Thread.currentThread().getContextClassLoader())
          .asSubclass(Driver.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new UsageException(
          "DriverMissing",
          "the PostgreSQL driver is not on the class path",
          List.of("add: org.postgresql:postgresql"),
          e);
    }
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
