package dev.lockstep.engine;

import dev.lockstep.MigrationListener;
import dev.lockstep.StepProgress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks from a second connection at a statement that may run for hours and waits without a timeout,
 * and tells how far it is and whom it waits for. The connection is not opened before the statement
 * has run for a second; nothing that fails here touches the migration.
 */
final class Watcher {
  private static final Logger LOG = System.getLogger("dev.lockstep");
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_LOOK = Duration.ofSeconds(5);
  private static final Duration NEWS = Duration.ofSeconds(10);

  private final String revision;
  private final int pid;
  private final Session session;
  private final MigrationListener listener;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::look, "lockstep-watcher");
  private String phase = "";
  private Instant phaseBegan = Instant.now();
  private @Nullable Instant waitingSince;
  private volatile boolean connected;
  private Instant nextNews = phaseBegan;

  /** What is watched. */
  interface Work {
    void run() throws SQLException;
  }

  /** Where an index build is, as {@code pg_stat_progress_create_index} has it. */
  private record Phase(String name, String unit, long done, long total) {
    static Phase read(ResultSet row) throws SQLException {
      // "building index: scanning table"
      String name = row.getString(1).replaceFirst("^.*: ", "");
      long blocks = row.getLong(2);
      return blocks > 0
          ? new Phase(name, "blocks", row.getLong(3), blocks)
          : new Phase(name, "rows", row.getLong(5), row.getLong(4));
    }
  }

  private Watcher(String revision, int pid, Session session, MigrationListener listener) {
    this.revision = revision;
    this.pid = pid;
    this.session = session;
    this.listener = listener;
  }

  /** Does the work, and watches the session meanwhile. */
  static void watch(Session session, String revision, MigrationListener listener, Work work)
      throws SQLException {
    // Who lends one connection has no second one.
    if (!session.source().hasMore()) {
      work.run();
      return;
    }
    int pid = session
        .query("SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1))
        .get(0);
    Watcher watcher = new Watcher(revision, pid, session, listener);
    watcher.thread.setDaemon(true);
    watcher.thread.start();
    try {
      work.run();
    } finally {
      watcher.end();
    }
  }

  private void look() {
    try {
      if (pause()) {
        return;
      }
      try (Session other = session.beside()) {
        connected = true;
        while (ended.getCount() > 0) {
          look(other);
          pause();
        }
      }
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.DEBUG, "nobody watches " + revision + " any more", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the work has ended meanwhile. */
  private boolean pause() throws InterruptedException {
    return ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(Session other) throws SQLException {
    List<Blocker> blockers = LockHolders.of(
        other, "WHERE l.pid OPERATOR(pg_catalog.=) ANY (pg_catalog.pg_blocking_pids(" + pid + "))");
    Instant now = Instant.now();
    if (!blockers.isEmpty()) {
      waitsFor(blockers.get(0), now);
      return;
    }
    waitingSince = null;
    other
        .query(
            "SELECT p.phase, p.blocks_total, p.blocks_done, p.tuples_total, p.tuples_done"
                + " FROM pg_catalog.pg_stat_progress_create_index AS p"
                + " WHERE p.pid OPERATOR(pg_catalog.=) " + pid,
            Phase::read)
        .stream()
        .filter(found -> found.total > 0)
        .findFirst()
        .ifPresent(found -> tell(found, now));
  }

  /** Each phase begins to count anew. */
  private void tell(Phase found, Instant now) {
    if (!phase.equals(found.name)) {
      phase = found.name;
      phaseBegan = now;
    }
    String unit = found.unit + ", " + found.name;
    listener.progress(revision, StepProgress.of(unit, 0, found.done, found.total, phaseBegan, now));
  }

  private void waitsFor(Blocker blocker, Instant now) {
    if (waitingSince == null) {
      waitingSince = now;
      nextNews = now;
    }
    if (!now.isBefore(nextNews)) {
      Duration waited = Duration.between(waitingSince, now);
      LOG.log(Level.INFO, "{0} waits for {1}", revision, blocker.words());
      listener.waiting(revision, blocker.words(), waited);
      nextNews = now.plus(NEWS);
    }
  }

  /** Tells nothing any more; who still waits for a connection, as of a pool, tells nothing. */
  private void end() {
    ended.countDown();
    if (!connected) {
      return;
    }
    try {
      thread.join(LAST_LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
