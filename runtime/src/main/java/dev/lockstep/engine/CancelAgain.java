package dev.lockstep.engine;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Asks the server once more to end what a connection does. {@code Statement.cancel} of the driver
 * asks once, and a server that had not begun with the statement has not heard it. The driver's own
 * call is found by its name: the runtime needs no driver to be compiled.
 */
final class CancelAgain {
  private static final String DRIVER = "org.postgresql.PGConnection";

  private CancelAgain() {}

  static void of(Connection connection) {
    try {
      Class<?> driver = Class.forName(DRIVER, false, connection.getClass().getClassLoader());
      driver.getMethod("cancelQuery").invoke(connection.unwrap(driver));
    } catch (ReflectiveOperationException | LinkageError | SQLException | RuntimeException e) {
      Throwable reason = e instanceof InvocationTargetException ? e.getCause() : e;
      Log.LOGGER.log(Level.DEBUG, "a connection could not be asked to cancel again", reason);
    }
  }
}
