package dev.lockstep.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A connection for a step in Java, which must not end the migration's transaction. */
final class GuardedConnection {
  private static final Set<String> FORBIDDEN = Set.of(
      "commit",
      "setAutoCommit",
      "close",
      "abort",
      "setReadOnly",
      "setTransactionIsolation",
      "setNetworkTimeout",
      "beginRequest",
      "endRequest");

  private GuardedConnection() {}

  /** The same connection; what is forbidden throws an {@link SQLException} that says so. */
  static Connection of(Connection connection) {
    return (Connection) Proxy.newProxyInstance(
        GuardedConnection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          boolean wholeRollback = method.getName().equals("rollback") && arguments == null;
          if (wholeRollback || FORBIDDEN.contains(method.getName())) {
            throw new SQLException("a migration's step must not call " + method.getName()
                + ": Lockstep commits or rolls back the migration as a whole");
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
