package dev.lockstep.engine;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lends connections whose work another thread can end: an interrupt alone does nothing to a thread
 * that waits for a server. What runs then fails with SQLSTATE 57014, as does whatever would be sent
 * after it; a rollback, a commit and what gives back the lock are begun in any case.
 */
public final class CancellableSource implements ConnectionSource {
  /** Query canceled (PostgreSQL manual, appendix A). */
  private static final String CANCELLED = "57014";

  private final ConnectionSource source;
  private final Runnable beforeStatement;
  private final boolean hasMore;

  /** Not closed by all who make them; the driver ignores a cancel of those that do not run. */
  private final Set<Statement> statements =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Set<Connection> lent =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private final CancelAgain again = new CancelAgain();
  private volatile boolean cancelled;
  private volatile boolean cleaning;

  private CancellableSource(ConnectionSource source, Runnable beforeStatement, boolean hasMore) {
    this.source = source;
    this.beforeStatement = beforeStatement;
    this.hasMore = hasMore;
  }

  /** For one of many runs at once, who count on one connection for each. */
  public static CancellableSource ofOneOfMany(ConnectionSource source) {
    return new CancellableSource(source, () -> {}, false);
  }

  /** For one of many runs at once that may each take a second connection to watch the first. */
  public static CancellableSource ofOneWatched(ConnectionSource source) {
    return ofOneRun(source, () -> {});
  }

  /**
   * For a run by itself.
   *
   * @param beforeStatement called before each statement is made
   */
  static CancellableSource ofOneRun(ConnectionSource source, Runnable beforeStatement) {
    return new CancellableSource(source, beforeStatement, source.hasMore());
  }

  @Override
  public Connection take() throws SQLException {
    refuseIfCancelled();
    Connection connection = source.take();
    lent.add(connection);
    return connection;
  }

  @Override
  public void giveBack(Connection connection) throws SQLException {
    if (takeBack(connection)) {
      source.giveBack(connection);
    }
  }

  @Override
  public Statement statement(Connection taken) throws SQLException {
    beforeStatement.run();
    refuseIfCancelled();
    Statement statement = taken.createStatement();
    statements.add(statement);
    return statement;
  }

  @Override
  public Connection handed(Connection taken) {
    return (Connection) Proxy.newProxyInstance(
        CancellableSource.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> call(taken, method, arguments));
  }

  @Override
  public boolean lendsOne() {
    return source.lendsOne();
  }

  @Override
  public void cleanUp(Runnable work) {
    cleaning = true;
    try {
      work.run();
    } finally {
      cleaning = false;
    }
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean hasMore() {
    return hasMore;
  }

  /**
   * Ends what runs now and lets nothing begin any more. A statement may begin at this very moment
   * and be missed, so it is to be called again until the work has ended.
   */
  public void cancel() {
    cancelled = true;
    if (cleaning) {
      return;
    }
    if (again.isTime()) {
      List.copyOf(lent).forEach(this::insist);
    }
    for (Statement statement : List.copyOf(statements)) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        Log.LOGGER.log(Level.DEBUG, "a statement could not be cancelled", e);
      }
    }
  }

  /** What is given back is somebody else's from then on. */
  private synchronized boolean takeBack(Connection connection) {
    return lent.remove(connection);
  }

  private synchronized void insist(Connection connection) {
    if (!cleaning && lent.contains(connection)) {
      CancelAgain.ask(connection);
    }
  }

  /** Cuts the connections, where a cancel does not reach the server. */
  public void abort() {
    for (Connection taken : List.copyOf(lent)) {
      try {
        taken.abort(Runnable::run);
      } catch (SQLException e) {
        Log.LOGGER.log(Level.DEBUG, "a connection could not be aborted", e);
      }
    }
  }

  private @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean makesStatement = Statement.class.isAssignableFrom(method.getReturnType());
    if (makesStatement) {
      beforeStatement.run();
      refuseIfCancelled();
    }
    try {
      Object result = method.invoke(connection, arguments);
      if (makesStatement) {
        statements.add((Statement) result);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void refuseIfCancelled() throws SQLException {
    if (cancelled && !cleaning) {
      throw new SQLException("the run was cancelled", CANCELLED);
    }
  }
}
