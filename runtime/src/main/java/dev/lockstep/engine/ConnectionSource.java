package dev.lockstep.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Where the connection of a run comes from and goes back to. */
public interface ConnectionSource {
  Connection take() throws SQLException;

  void giveBack(Connection connection) throws SQLException;

  /** A statement of a connection that was taken here. */
  default Statement statement(Connection taken) throws SQLException {
    return taken.createStatement();
  }

  /** The same connection for somebody else; what is made with it counts as made here. */
  default Connection handed(Connection taken) {
    return taken;
  }

  /** Whether another can be taken meanwhile, to look at what the first does. */
  boolean hasMore();

  /** Whether it is one connection that it lends, again and again. */
  boolean lendsOne();

  /** Does what gives back what the run has taken: it is let through in any case. */
  default void cleanUp(Runnable work) {
    work.run();
  }

  /** Whether somebody has asked for the end of the run. */
  default boolean isCancelled() {
    return false;
  }

  static ConnectionSource of(DataSource dataSource) {
    return new ConnectionSource() {
      @Override
      public boolean lendsOne() {
        return false;
      }

      @Override
      public Connection take() throws SQLException {
        return dataSource.getConnection();
      }

      @Override
      public void giveBack(Connection connection) throws SQLException {
        connection.close();
      }

      @Override
      public boolean hasMore() {
        return true;
      }
    };
  }

  /** A connection that stays open and that nobody else uses meanwhile. */
  static ConnectionSource of(Connection connection) {
    return new ConnectionSource() {
      @Override
      public boolean lendsOne() {
        return true;
      }

      @Override
      public Connection take() throws SQLException {
        if (!connection.getAutoCommit()) {
          throw Failures.openTransaction();
        }
        return connection;
      }

      @Override
      public void giveBack(Connection used) {}

      @Override
      public boolean hasMore() {
        return false;
      }
    };
  }
}
