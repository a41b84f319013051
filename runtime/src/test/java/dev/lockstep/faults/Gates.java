package dev.lockstep.faults;

import static dev.lockstep.Shop.execute;
import static dev.lockstep.Shop.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/**
 * Gates that the SQL of a migration passes by {@code public.gate(n)}, open unless they are shut;
 * and a look at who stands before them.
 */
final class Gates {
  /** Nothing here takes that long unless it is broken. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final DataSource database;

  Gates(DataSource database) throws SQLException {
    this.database = database;
    execute(
        database,
        "CREATE FUNCTION public.gate(n int) RETURNS void LANGUAGE sql"
            + " AS 'SELECT pg_catalog.pg_advisory_xact_lock_shared(77, n)'");
  }

  /** Is shut until the connection is closed. */
  Connection shut(int number) throws SQLException {
    Connection keeper = database.getConnection();
    try (var statement = keeper.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(77, " + number + ")");
    }
    return keeper;
  }

  /** Comes back when somebody stands before it; the number of the backend. */
  String await(int number) throws Exception {
    String waiting = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 77"
        + " AND objid = " + number + " AND NOT granted";
    await(() -> !query(database, waiting).isEmpty());
    return query(database, waiting).get(0);
  }

  /** Comes back when a backend has gone. */
  void awaitEnd(String pid) throws Exception {
    await(() ->
        query(database, "SELECT 1 FROM pg_stat_activity WHERE pid = " + pid).isEmpty());
  }

  /** Backends that are at such a statement and wait for a lock. */
  List<String> blocked(String statement) throws SQLException {
    return query(
        database,
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            + " AND wait_event_type = 'Lock' AND query LIKE '" + statement + "%'");
  }

  /** Until it is true. */
  static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + LONGEST.toSeconds() + " s");
      }
      Thread.onSpinWait();
    }
  }
}
