package dev.lockstep;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A data source that has one connection for all who ask. */
final class OneConnection {
  private final Connection connection;
  private final Set<String> users = ConcurrentHashMap.newKeySet();

  OneConnection(Connection connection) {
    this.connection = connection;
  }

  private interface Lender {
    Connection lend() throws SQLException;
  }

  /** The names of the threads that did something by it. */
  Set<String> users() {
    return users;
  }

  /** Hands it out to all at the same time, and does not close it. */
  DataSource shared() {
    return source(() -> lent(new AtomicBoolean(), () -> {}));
  }

  /** A pool that lets the next one wait until it is given back, however long that takes. */
  DataSource pooled() {
    Semaphore free = new Semaphore(1);
    return source(() -> {
      free.acquireUninterruptibly();
      return lent(new AtomicBoolean(), free::release);
    });
  }

  private static DataSource source(Lender lender) {
    return (DataSource) Proxy.newProxyInstance(
        OneConnection.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> lender.lend());
  }

  private Connection lent(AtomicBoolean closed, Runnable giveBack) {
    return (Connection) Proxy.newProxyInstance(
        OneConnection.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            if (!closed.getAndSet(true)) {
              giveBack.run();
            }
            return null;
          }
          if (method.getName().equals("isClosed") && closed.get()) {
            return true;
          }
          if (!method.getName().matches("(get|is|close).*")) {
            users.add(Thread.currentThread().getName());
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
