package dev.lockstep.engine;

import dev.lockstep.MigrationListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks for a lock until it is free.
 *
 * @param longest the longest wait
 * @param listener hears who holds the lock
 */
record LockWait(Duration longest, MigrationListener listener) {
  private static final Logger LOG = System.getLogger("dev.lockstep");
  private static final long SHORTEST_PAUSE = 20;
  private static final long LONGEST_PAUSE = 250;
  private static final Duration NEWS = Duration.ofSeconds(10);

  /** Whether there is no need for the lock any more. */
  interface Done {
    boolean isDone() throws SQLException;
  }

  /** Takes the lock, however long others need it. */
  void acquire(MigrationLock lock, Session session) throws SQLException {
    acquire(lock, session, () -> false);
  }

  /**
   * Takes the lock, or waits for it as long as that makes sense.
   *
   * @return false if {@code done} came true while another process held the lock
   * @throws dev.lockstep.LockTimeoutException after the longest wait
   * @throws dev.lockstep.UnsuitableServerException if the server is a standby
   */
  boolean acquire(MigrationLock lock, Session session, Done done) throws SQLException {
    long start = System.nanoTime();
    long nextNews = 0;
    long pause = SHORTEST_PAUSE;
    while (!lock.tryAcquire(session)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(longest) >= 0) {
        throw Failures.busy(waited, lock.holder(session));
      }
      if (waited.toNanos() >= nextNews) {
        report(lock.holder(session), waited);
        nextNews = waited.plus(NEWS).toNanos();
      }
      Pause.of(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(LONGEST_PAUSE, pause * 2);
      if (done.isDone()) {
        return false;
      }
    }
    return true;
  }

  private void report(String holder, Duration waited) {
    LOG.log(Level.INFO, "waiting for another migration: {0}", holder);
    listener.waitingForLock(holder, waited);
  }
}
