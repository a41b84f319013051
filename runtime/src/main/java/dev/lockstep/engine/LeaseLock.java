package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row with a token and a time by the server's clock, for servers whose advisory locks cannot be
 * relied on. A second connection renews the time. Who finds it over takes the row with a higher
 * token. Each transaction of the holder updates the row first, on condition that the token is still
 * its own, and so has it locked until it commits: a commit and a takeover cannot both succeed,
 * whoever is slow.
 */
final class LeaseLock implements MigrationLock {
  private static final long NONE = -1;
  private static final Logger LOG = System.getLogger("dev.lockstep");

  /** No such table, no such schema; no such column, in a table of an older version. */
  private static final Set<String> MISSING = Set.of("42P01", "3F000", "42703");

  /**
   * What CREATE ... IF NOT EXISTS throws where another does the same, or holds the table: it is
   * there in a moment.
   */
  private static final Set<String> RACE =
      Set.of("23505", "42P06", "42P07", "42710", "40001", "40P01", "55P03", "XX000");

  private final LeaseTable table;
  private final Duration time;
  /** That of the last time it was taken. */
  private long token = NONE;

  private @Nullable Heartbeat heartbeat;

  /**
   * The lease, taken.
   *
   * @param hadWorker whether a holder before has worked outside of transactions
   */
  private record Taken(long token, boolean hadWorker) {}

  /**
   * A lease that nobody has taken yet.
   *
   * @param time after which others may take it unless it is renewed
   */
  LeaseLock(LeaseTable table, Duration time) {
    this.table = table;
    this.time = time;
  }

  @Override
  public boolean tryAcquire(Session session) throws SQLException {
    if (session.source().lendsOne()) {
      throw Failures.leaseNeedsDataSource();
    }
    List<Taken> taken = take(session);
    if (taken.isEmpty()) {
      return false;
    }
    token = taken.get(0).token;
    if (taken.get(0).hadWorker && !endFormerWorker(session)) {
      session.execute(table.putBack(token));
      return false;
    }
    heartbeat = Heartbeat.start(session, table, token, time);
    return true;
  }

  /**
   * What a holder does outside of transactions goes on when its process is gone or its time is
   * over, so its session has to end first; that can take longer than this waits.
   *
   * @return whether it has ended
   */
  private boolean endFormerWorker(Session session) throws SQLException {
    List<Integer> workers = session.query(table.formerWorker(), row -> row.getInt(1));
    for (int pid : workers) {
      LOG.log(Level.INFO, "ending process {0} of a former holder of the lease", pid);
      end(session, pid);
    }
    if (!session.query(table.formerWorker(), row -> row.getInt(1)).isEmpty()) {
      return false;
    }
    session.execute(table.forgetWorker(token));
    return true;
  }

  private static void end(Session session, int pid) throws SQLException {
    try {
      session.query(
          "SELECT pg_catalog.pg_terminate_backend(" + pid + ", 500)", row -> row.getBoolean(1));
    } catch (SQLException e) {
      if (!"42501".equals(e.getSQLState())) {
        throw e;
      }
      LOG.log(Level.INFO, "the process of a former holder is another role's: waiting for its end");
    }
  }

  private List<Taken> take(Session session) throws SQLException {
    try {
      return takeIfFree(session);
    } catch (SQLException e) {
      if (e.getSQLState() == null || !MISSING.contains(e.getSQLState())) {
        throw e;
      }
      return create(session) ? takeIfFree(session) : List.of();
    }
  }

  private List<Taken> takeIfFree(Session session) throws SQLException {
    // A connection of ours that is lost commits no more: its transactions are over, or have the row
    // locked, and none that begins has the token.
    return session.query(
        table.take(words(), time, token), row -> new Taken(row.getLong(1), row.getBoolean(2)));
  }

  /** Whether the table is there; else another process is about to make it. */
  private boolean create(Session session) throws SQLException {
    try {
      session.execute(table.create());
      return true;
    } catch (SQLException e) {
      if (e.getSQLState() == null || !RACE.contains(e.getSQLState())) {
        throw e;
      }
      LOG.log(Level.DEBUG, "another process makes the table of the lease", e);
      return false;
    }
  }

  private static String words() {
    return "lockstep " + Origin.libraryVersion() + " on " + Origin.host() + ", process "
        + ProcessHandle.current().pid();
  }

  @Override
  public void release(Session session) {
    session.source().cleanUp(() -> give(session));
  }

  private void give(Session session) {
    if (heartbeat != null) {
      heartbeat.stop();
      heartbeat = null;
    }
    try {
      session.execute(table.give(token));
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "the lease could not be given back where it was taken", e);
      giveElsewhere(session.source());
    }
  }

  /** The run's connection may be broken; the lease is not bound to it. */
  private void giveElsewhere(ConnectionSource source) {
    try (Session other = Session.open(source)) {
      // It would wait for what the broken connection has left at work.
      other.execute(table.giveIfFree(token));
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the lease could not be given back; it ends in " + time, e);
    }
  }

  @Override
  public String holder(Session session) throws SQLException {
    return session
        .query(
            table.holder(),
            row -> row.getString(1) + ", whose lease ends at " + row.getString(2)
                + " unless it is renewed")
        .stream()
        .findFirst()
        .orElse("a process that is gone now");
  }

  @Override
  public String pin(String columns) {
    return table.pin(token, time, columns);
  }

  /** Each transaction has to renew it before anything else. */
  @Override
  public Optional<String> held() {
    return Optional.empty();
  }

  @Override
  public LockstepException lost() {
    return Failures.leaseLost(time);
  }

  /** A pooler would give our settings to strangers. */
  @Override
  public void requireOneSession(Session session) throws SQLException {
    String pid = "SELECT pg_catalog.pg_backend_pid()";
    int first = session.query(pid, row -> row.getInt(1)).get(0);
    for (int i = 0; i < 2; i++) {
      if (session.query(pid, row -> row.getInt(1)).get(0) != first) {
        throw Failures.poolerOutside();
      }
    }
    if (!session.query(table.work(token), row -> row.getBoolean(1)).get(0)) {
      throw lost();
    }
  }

  /** What comes after the transaction has its whole time. */
  @Override
  public void renew(Session session) throws SQLException {
    session.update(table.renew(token, time));
  }
}
