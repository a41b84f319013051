package dev.lockstep;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A data source that knows how many of its connections were open at a time, at most. */
final class CountedConnections {
  private final DataSource source;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  CountedConnections(DataSource source) {
    this.source = source;
  }

  int most() {
    return most.get();
  }

  DataSource dataSource() {
    return (DataSource) Proxy.newProxyInstance(
        CountedConnections.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> counted(source.getConnection()));
  }

  private Connection counted(Connection connection) {
    most.accumulateAndGet(open.incrementAndGet(), Math::max);
    return (Connection) Proxy.newProxyInstance(
        CountedConnections.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            open.decrementAndGet();
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
