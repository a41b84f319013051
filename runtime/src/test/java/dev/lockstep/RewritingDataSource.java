package dev.lockstep;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections that send another SQL than they are told, for one statement. */
final class RewritingDataSource {
  private final DataSource source;
  private final String told;
  private final String sent;

  RewritingDataSource(DataSource source, String told, String sent) {
    this.source = source;
    this.told = told;
    this.sent = sent;
  }

  DataSource dataSource() {
    return wrapped(DataSource.class, source);
  }

  private <T> T wrapped(Class<T> type, T target) {
    return type.cast(Proxy.newProxyInstance(
        RewritingDataSource.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          Object[] changed = arguments;
          if (arguments != null && arguments.length == 1 && told.equals(arguments[0])) {
            changed = new Object[] {sent};
          }
          try {
            return wrapped(method.invoke(target, changed));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  private Object wrapped(Object result) {
    if (result instanceof Connection connection) {
      return wrapped(Connection.class, connection);
    }
    return result instanceof Statement statement && !(result instanceof java.sql.PreparedStatement)
        ? wrapped(Statement.class, statement)
        : result;
  }
}
