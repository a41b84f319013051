package dev.lockstep.engine;

import dev.lockstep.MigrationListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets standbys catch up. Roles that are not told about them see none, and one that stays behind
 * for longer slows a run down, but does not stop it.
 */
final class ReplicationLag {
  private static final Logger LOG = System.getLogger("dev.lockstep");
  private static final Duration MOST = Duration.ofSeconds(10);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Session session;
  private final String revision;
  private final MigrationListener listener;
  private final Duration most;
  private long next = System.nanoTime();

  ReplicationLag(Session session, String revision, MigrationListener listener) {
    this(session, revision, listener, MOST);
  }

  /** With another bound. */
  ReplicationLag(Session session, String revision, MigrationListener listener, Duration most) {
    this.session = session;
    this.revision = revision;
    this.listener = listener;
    this.most = most;
  }

  /** Waits while a standby is too far behind; asks the server once in a second at most. */
  void await() throws SQLException {
    if (System.nanoTime() - next < 0) {
      return;
    }
    long start = System.nanoTime();
    Duration behind = read();
    while (behind.compareTo(most) > 0 && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
      String reason = "a standby is " + behind.toSeconds() + " s behind";
      LOG.log(Level.INFO, "{0} waits: {1}", revision, reason);
      listener.throttled(revision, reason, EVERY);
      BatchedFill.rest(EVERY);
      behind = read();
    }
    next = System.nanoTime() + EVERY.toNanos();
  }

  private Duration read() throws SQLException {
    try {
      return session
          .query(
              "SELECT COALESCE(pg_catalog.max(EXTRACT(epoch FROM r.replay_lag)), 0)"
                  + " FROM pg_catalog.pg_stat_replication AS r",
              row -> Duration.ofMillis(Math.round(row.getDouble(1) * 1_000)))
          .get(0);
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState())) {
        return Duration.ZERO;
      }
      throw e;
    }
  }
}
