package dev.lockstep.engine;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Asks the server again to end what a connection does, for whoever cancels a statement until it has
 * ended: {@code Statement.cancel} of the driver asks once, and a server that had not begun with the
 * statement has not heard it. The driver's own call is found by its name: the runtime needs no
 * driver to be compiled.
 */
final class CancelAgain {
  private static final String DRIVER = "org.postgresql.PGConnection";
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private OptionalLong asked = OptionalLong.empty();

  /** Whether the last time, also the first one by the statement, was long enough ago. */
  synchronized boolean isTime() {
    long now = System.nanoTime();
    boolean first = asked.isEmpty();
    if (!first && now - asked.getAsLong() < PAUSE.toNanos()) {
      return false;
    }
    asked = OptionalLong.of(now);
    return !first;
  }

  static void ask(Connection connection) {
    try {
      Class<?> driver = Class.forName(DRIVER, false, connection.getClass().getClassLoader());
      driver.getMethod("cancelQuery").invoke(connection.unwrap(driver));
    } catch (ReflectiveOperationException | LinkageError | SQLException | RuntimeException e) {
      Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
      Log.LOGGER.log(Level.DEBUG, "a connection could not be asked to cancel again", reason);
    }
  }
}
