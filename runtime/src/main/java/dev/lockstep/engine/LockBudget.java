package dev.lockstep.engine;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Makes all that a transaction waits for locks last no longer than one lock timeout. PostgreSQL
 * counts for each lock anew; but while a transaction waits for its second table the application
 * waits for the first.
 */
final class LockBudget {
  /** Below it a wait would fail that is none: the lock is free, the machine is busy. */
  private static final int SMALLEST_PART = 10;

  private final Session session;
  private final Duration whole;
  private final long began = System.nanoTime();
  private Duration left;

  /**
   * For the transaction that the session has just begun.
   *
   * @param whole its {@code lock_timeout}
   */
  LockBudget(Session session, Duration whole) {
    this.session = session;
    this.whole = whole;
    this.left = whole;
  }

  /** To be called before each statement; sends something only where much time has passed. */
  void renew() throws SQLException {
    Duration least = whole.dividedBy(SMALLEST_PART).plusMillis(1);
    Duration now = whole.minusNanos(System.nanoTime() - began);
    Duration next = now.compareTo(least) < 0 ? least : now;
    if (left.minus(next).compareTo(least) >= 0) {
      session.execute("SET LOCAL lock_timeout = " + next.toMillis());
      left = next;
    }
  }
}
