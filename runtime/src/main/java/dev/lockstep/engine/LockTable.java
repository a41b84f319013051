package dev.lockstep.engine;

import java.sql.SQLException;

/**
 * The settings by which a server has room for locks, which are fixed when it starts.
 *
 * <p>The manual (19.12 Lock Management) promises {@code max_locks_per_transaction} times
 * {@code max_connections + max_prepared_transactions}. Servers were seen to hold about twice as
 * many, 7,692 tables with a primary key each where the product was 7,680; and others need some.
 */
record LockTable(int perTransaction, int connections, int prepared) {
  /** Whether that is what stopped a statement; the hint names the setting in every language. */
  static boolean isFull(SQLException failure) {
    return "53200".equals(failure.getSQLState())
        && String.valueOf(failure.getMessage()).contains("max_locks_per_transaction");
  }

  static LockTable read(Session session) throws SQLException {
    return session
        .query(
            "SELECT pg_catalog.current_setting('max_locks_per_transaction'),"
                + " pg_catalog.current_setting('max_connections'),"
                + " pg_catalog.current_setting('max_prepared_transactions')",
            row -> new LockTable(row.getInt(1), row.getInt(2), row.getInt(3)))
        .get(0);
  }

  /** Half of what there was seen to be, so that others can work meanwhile. */
  long room() {
    return (long) perTransaction * (connections + prepared);
  }

  /** {@code 64 x (100 + 0) = 6400}. */
  String formula() {
    return "max_locks_per_transaction x (max_connections + max_prepared_transactions) = "
        + perTransaction + " x (" + connections + " + " + prepared + ") = " + room();
  }

  /** The least value of {@code max_locks_per_transaction} with room for so many. */
  long enough(long need) {
    return Math.floorDiv(need, connections + prepared) + 1;
  }
}
