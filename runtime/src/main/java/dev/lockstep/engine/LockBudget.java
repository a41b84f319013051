package dev.lockstep.engine;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Makes all that a transaction waits for locks last no longer than one lock timeout, and gives way
 * before a deadlock with the application is found. PostgreSQL counts for each lock anew; but while
 * a transaction waits for its second table the application waits for the first.
 *
 * <p>A transaction that has a lock and waits for the next can be one half of a deadlock. The server
 * looks for one in a session that has waited for {@code deadlock_timeout}, and lets that very
 * session fail: the application's, as it can have begun to wait before this one did.
 */
final class LockBudget {
  /** Below it a wait would fail that is none: the lock is free, the machine is busy. */
  private static final int SMALLEST_PART = 10;

  private final Session session;
  private final Duration whole;
  private final Duration besideLocks;
  private final long began = System.nanoTime();
  private Duration left;
  private long locked;

  /**
   * For the transaction that the session has just begun.
   *
   * @param whole its {@code lock_timeout}
   * @param deadlockTimeout the server's
   */
  LockBudget(Session session, Duration whole, Duration deadlockTimeout) {
    this.session = session;
    this.whole = whole;
    // Less than the whole: the answer has a way to go, and the next wish for a lock has too.
    this.besideLocks = deadlockTimeout.multipliedBy(3).dividedBy(4);
    this.left = whole;
  }

  /**
   * To be called between two statements, and before a first one that takes several locks by itself;
   * sends something only where much time has passed, or where the first locks have just been taken.
   */
  void renew() throws SQLException {
    long now = System.nanoTime();
    if (locked == 0) {
      locked = now;
    }
    Duration next = least(whole.minusNanos(now - began), besideLocks.minusNanos(now - locked));
    Duration smallest = least(whole, besideLocks).dividedBy(SMALLEST_PART).plusMillis(1);
    if (next.compareTo(smallest) < 0) {
      next = smallest;
    }
    if (left.minus(next).compareTo(smallest) >= 0) {
      session.execute("SET LOCAL lock_timeout = " + next.toMillis());
      left = next;
    }
  }

  /** The session's {@code lock_timeout} is the whole again; what is used up stays so. */
  void restart() {
    left = whole;
  }

  private static Duration least(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
