package dev.lockstep.engine;

import dev.lockstep.schema.TransactionControl;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A connection for a step in Java, which must not end the migration's transaction; nor must what
 * the connection hands out, from which a step could get at the connection behind it. When the step
 * is over it is of no use any more.
 */
final class GuardedConnection implements AutoCloseable {
  private static final Set<String> FORBIDDEN = Set.of(
      "commit",
      "setAutoCommit",
      "close",
      "abort",
      "setReadOnly",
      "setTransactionIsolation",
      "setNetworkTimeout",
      "setHoldability",
      "setTypeMap",
      "setClientInfo",
      "setCatalog",
      "setSchema",
      "beginRequest",
      "endRequest");

  /** What leads back to its connection; the special before the general. */
  private static final List<Class<?>> LEADING_BACK = List.of(
      CallableStatement.class,
      PreparedStatement.class,
      Statement.class,
      ResultSet.class,
      DatabaseMetaData.class,
      Array.class);

  /** What takes SQL as its first argument, of a connection or a statement. */
  private static final Set<String> TAKING_SQL = Set.of(
      "prepareStatement",
      "prepareCall",
      "execute",
      "executeQuery",
      "executeUpdate",
      "executeLargeUpdate",
      "addBatch");

  private final Connection connection;
  private final Connection guarded;
  private volatile boolean over;

  GuardedConnection(Connection connection) {
    this.connection = connection;
    this.guarded = (Connection) proxy(Connection.class, this::onConnection);
  }

  /** The same connection; what is forbidden throws an {@link SQLException} that says so. */
  Connection connection() {
    return guarded;
  }

  /** The step is over. */
  @Override
  public void close() {
    over = true;
  }

  private @Nullable Object onConnection(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    boolean wholeRollback = method.getName().equals("rollback") && arguments == null;
    if (wholeRollback || FORBIDDEN.contains(method.getName())) {
      throw new SQLException("a migration's step must not call " + method.getName()
          + ": Lockstep commits or rolls back the migration as a whole");
    }
    return call(connection, proxy, method, arguments);
  }

  private @Nullable Object call(
      Object target, Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
    if (arguments != null && method.getDeclaringClass() == Wrapper.class) {
      return unwrap(proxy, method.getName(), (Class<?>) arguments[0]);
    }
    if (arguments != null && method.getName().equals("equals")) {
      return proxy == arguments[0];
    }
    if (method.getDeclaringClass() != Object.class) {
      requireStep();
    }
    if (arguments != null
        && TAKING_SQL.contains(method.getName())
        && arguments[0] instanceof String sql) {
      requireNoTransactionControl(sql);
    }
    try {
      return guard(method.invoke(target, arguments));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private void requireStep() throws SQLException {
    if (over) {
      throw new SQLException("the step that this connection was given to is over: open another");
    }
  }

  private static void requireNoTransactionControl(String sql) throws SQLException {
    Optional<String> control = TransactionControl.in(sql);
    if (control.isPresent()) {
      throw new SQLException("a migration's step must not execute " + control.get()
          + ": Lockstep commits or rolls back the migration as a whole");
    }
  }

  private static Object unwrap(Object proxy, String method, Class<?> type) throws SQLException {
    boolean fits = type.isInstance(proxy);
    if (method.equals("isWrapperFor")) {
      return fits;
    }
    if (!fits) {
      throw new SQLException("a migration's step must not unwrap " + type.getName()
          + ": with it the step could end the migration's transaction");
    }
    return proxy;
  }

  private @Nullable Object guard(@Nullable Object result) {
    if (result instanceof Connection) {
      return guarded;
    }
    Optional<Class<?>> type =
        LEADING_BACK.stream().filter(each -> each.isInstance(result)).findFirst();
    return result == null || type.isEmpty()
        ? result
        : proxy(type.get(), (proxy, method, arguments) -> call(result, proxy, method, arguments));
  }

  private static Object proxy(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(
        GuardedConnection.class.getClassLoader(), new Class<?>[] {type}, handler);
  }
}
