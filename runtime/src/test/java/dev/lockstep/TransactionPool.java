package dev.lockstep;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that hands statements to two sessions in turn, and transactions to a third: as a
 * pooler in transaction mode may do, seen from JDBC.
 */
final class TransactionPool {
  private final List<Connection> sessions;
  private int turn;
  private @Nullable Connection pinned;

  private TransactionPool(List<Connection> sessions) {
    this.sessions = sessions;
  }

  static DataSource before(DataSource server) {
    return (DataSource) Proxy.newProxyInstance(
        TransactionPool.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> new TransactionPool(
                List.of(server.getConnection(), server.getConnection(), server.getConnection()))
            .connection());
  }

  private Connection connection() {
    return (Connection) Proxy.newProxyInstance(
        TransactionPool.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> switch (method.getName()) {
          case "getAutoCommit" -> pinned == null;
          case "setAutoCommit" -> setAutoCommit((boolean) arguments[0]);
          case "close", "abort" -> {
            for (Connection session : sessions) {
              call(session, method, arguments);
            }
            yield null;
          }
          case "getMetaData", "isClosed" -> call(sessions.get(0), method, arguments);
          default -> call(next(), method, arguments);
        });
  }

  private Connection next() {
    return pinned != null ? pinned : sessions.get(turn++ % 2);
  }

  private @Nullable Object setAutoCommit(boolean on) throws SQLException {
    Connection session = sessions.get(2);
    session.setAutoCommit(on);
    pinned = on ? null : session;
    return null;
  }

  private static @Nullable Object call(
      Connection session, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(session, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
