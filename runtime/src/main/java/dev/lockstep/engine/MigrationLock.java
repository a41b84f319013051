package dev.lockstep.engine;

import dev.lockstep.MigrationListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets one process at a time migrate a schema. It only ever asks for the lock, in autocommit, and
 * never waits for it inside the server: a session that waits there makes CREATE INDEX CONCURRENTLY
 * of the holder fail.
 */
final class MigrationLock {
  private static final Logger LOG = System.getLogger("dev.lockstep");
  private static final long SHORTEST_PAUSE = 20;
  private static final long LONGEST_PAUSE = 250;
  private static final Duration NEWS = Duration.ofSeconds(10);

  private final LockKey key;
  private final Duration longestWait;
  private final MigrationListener listener;

  /** A standby would give the lock to anybody. */
  private record Answer(boolean standby, boolean locked) {}

  /** Whether there is no need for the lock any more. */
  interface Done {
    boolean isDone() throws SQLException;
  }

  MigrationLock(LockKey key, Duration longestWait, MigrationListener listener) {
    this.key = key;
    this.longestWait = longestWait;
    this.listener = listener;
  }

  /**
   * Takes the lock, or waits for it as long as that makes sense.
   *
   * @return false if {@code done} came true while another process held the lock
   * @throws dev.lockstep.LockTimeoutException after the longest wait
   * @throws dev.lockstep.UnsuitableServerException if the server is a standby
   */
  boolean acquire(Session session, Done done) throws SQLException {
    long start = System.nanoTime();
    long nextNews = 0;
    long pause = SHORTEST_PAUSE;
    while (!tryAcquire(session)) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(longestWait) >= 0) {
        throw Failures.busy(waited, holder(session));
      }
      if (waited.toNanos() >= nextNews) {
        report(holder(session), waited);
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

  /** Takes the lock if nobody holds it. */
  boolean tryAcquire(Session session) throws SQLException {
    Answer answer = session
        .query(
            "SELECT r.standby, CASE WHEN r.standby THEN false ELSE pg_catalog.pg_try_advisory_lock("
                + key.value() + ") END FROM pg_catalog.pg_is_in_recovery() AS r (standby)",
            row -> new Answer(row.getBoolean(1), row.getBoolean(2)))
        .get(0);
    if (answer.standby) {
      throw Failures.notPrimary();
    }
    return answer.locked;
  }

  /**
   * Never fails: where the lock cannot be given back, the session is ended, and the lock with it.
   */
  void release(Session session) {
    try {
      boolean released = session
          .query("SELECT pg_catalog.pg_advisory_unlock(" + key.value() + ")", r -> r.getBoolean(1))
          .get(0);
      if (!released) {
        session.discard("the lock was not held any more", null);
      }
    } catch (SQLException e) {
      session.discard("the lock could not be given back", e);
    }
  }

  private void report(String holder, Duration waited) {
    LOG.log(Level.INFO, "waiting for another migration: {0}", holder);
    listener.waitingForLock(holder, waited);
  }

  private String holder(Session session) throws SQLException {
    return LockHolders.of(session, "WHERE " + key.held()).stream()
        .findFirst()
        .map(Blocker::words)
        .orElse("a process that is gone now");
  }
}
