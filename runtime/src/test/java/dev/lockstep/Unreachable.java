package dev.lockstep;

import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** A database that nobody may ask. */
final class Unreachable {
  static final DataSource DATABASE = (DataSource) Proxy.newProxyInstance(
      Unreachable.class.getClassLoader(),
      new Class<?>[] {DataSource.class},
      (proxy, method, arguments) -> {
        throw new AssertionError(method + " was called");
      });

  private Unreachable() {}
}
