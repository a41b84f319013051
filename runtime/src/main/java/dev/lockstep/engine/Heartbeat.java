package dev.lockstep.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Renews a lease three times in its time, from a connection of its own that it opens when it first
 * has to. Where the lease is lost it cancels what its holder runs: a statement outside a
 * transaction would not notice.
 */
final class Heartbeat {
  private static final Logger LOG = System.getLogger("dev.lockstep");
  private static final int BEATS = 3;
  private static final Duration LAST_BEAT = Duration.ofSeconds(5);

  private final Session holder;
  private final LeaseTable table;
  private final long token;
  private final Duration time;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = new Thread(this::beat, "lockstep-lease");
  private @Nullable Session session;
  private volatile boolean connecting;
  private long renewed = System.nanoTime();

  private Heartbeat(Session holder, LeaseTable table, long token, Duration time) {
    this.holder = holder;
    this.table = table;
    this.token = token;
    this.time = time;
  }

  static Heartbeat start(Session holder, LeaseTable table, long token, Duration time) {
    Heartbeat heartbeat = new Heartbeat(holder, table, token, time);
    heartbeat.thread.setDaemon(true);
    heartbeat.thread.start();
    return heartbeat;
  }

  private void beat() {
    try {
      while (!ended.await(time.toMillis() / BEATS, TimeUnit.MILLISECONDS)) {
        if (!renew()) {
          LOG.log(Level.WARNING, "the lease is lost");
          holder.cancel();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  /** Whether the lease is still ours, as far as one can know. */
  private boolean renew() {
    long now = System.nanoTime();
    try {
      if (session == null) {
        session = connected();
        if (ended.getCount() == 0) {
          return true;
        }
      }
      if (!session.query(table.beat(token, time), row -> row.getBoolean(1)).get(0)) {
        return false;
      }
      renewed = now;
      return true;
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "the lease could not be renewed", e);
      disconnect();
      return now - renewed < time.toNanos();
    }
  }

  private Session connected() throws SQLException {
    connecting = true;
    try {
      return holder.beside();
    } finally {
      connecting = false;
    }
  }

  private void disconnect() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  /** Comes back when it does not beat any more; it may still wait for a connection of a pool. */
  void stop() {
    ended.countDown();
    if (!connecting) {
      // A beat that comes after the lease is given back would take it again.
      Joined.within(LAST_BEAT, thread);
    }
  }
}
