package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * An advisory lock of PostgreSQL, which a session holds: it goes with the session, so nothing has
 * to be unlocked after a crash.
 */
final class AdvisoryLock implements MigrationLock {
  /** How often a pooler is asked for the session that has the lock. */
  private static final int TRIES_TO_RELEASE = 20;

  private final LockKey key;

  /** The number of the session that has, or is asked for, the lock; zero before. */
  private int taker;

  /**
   * What a session says.
   *
   * @param standby whether it would give the lock to anybody
   * @param shared whether it has the lock already, for another client of a pooler
   */
  private record Answer(boolean standby, boolean shared, int pid, boolean locked) {}

  AdvisoryLock(LockKey key) {
    this.key = key;
  }

  @Override
  public boolean tryAcquire(Session session) throws SQLException {
    if (taker == 0) {
      taker = onlySession(session);
      session.stayAwake();
    }
    Answer answer = ask(session);
    if (answer.standby) {
      throw Failures.notPrimary();
    }
    if (answer.shared) {
      throw Failures.pooler();
    }
    taker = answer.pid;
    return answer.locked;
  }

  private static int onlySession(Session session) throws SQLException {
    int first = pid(session);
    for (int i = 0; i < 2; i++) {
      if (pid(session) != first) {
        throw Failures.pooler();
      }
    }
    return first;
  }

  private static int pid(Session session) throws SQLException {
    return session
        .query("SELECT pg_catalog.pg_backend_pid()", row -> row.getInt(1))
        .get(0);
  }

  private Answer ask(Session session) throws SQLException {
    try {
      return session
          .query(
              "WITH r AS MATERIALIZED (SELECT pg_catalog.pg_is_in_recovery() AS standby, "
                  + isHeldHere() + " AS shared, pg_catalog.pg_backend_pid() AS pid)"
                  + " SELECT r.standby, r.shared, r.pid, CASE WHEN r.standby OR r.shared THEN false"
                  + " ELSE pg_catalog.pg_try_advisory_lock(" + key.value() + ") END FROM r",
              row -> new Answer(
                  row.getBoolean(1), row.getBoolean(2), row.getInt(3), row.getBoolean(4)))
          .get(0);
    } catch (SQLException e) {
      // The server may have given it before it was told to cancel.
      release(session);
      throw e;
    }
  }

  @Override
  public void release(Session session) {
    session.source().cleanUp(() -> unlock(session));
  }

  private void unlock(Session session) {
    try {
      if (!isReleased(session)) {
        session.discard("the lock was not held any more", null);
      }
    } catch (SQLException e) {
      session.discard("the lock could not be given back", e);
    }
  }

  /** A pooler that came to light late may need several tries to get to the one that has it. */
  private boolean isReleased(Session session) throws SQLException {
    for (int i = 0; i < TRIES_TO_RELEASE; i++) {
      Optional<Boolean> released = session
          .query(
              "SELECT CASE WHEN pg_catalog.pg_backend_pid() OPERATOR(pg_catalog.=) " + taker
                  + " THEN pg_catalog.pg_advisory_unlock(" + key.value() + ")::pg_catalog.text END",
              row -> Optional.ofNullable(row.getString(1)).map("true"::equals))
          .get(0);
      if (released.isPresent()) {
        return released.get();
      }
    }
    return false;
  }

  @Override
  public String holder(Session session) throws SQLException {
    return LockHolders.of(session, "WHERE " + key.held()).stream()
        .findFirst()
        .map(Blocker::words)
        .orElse("a process that is gone now");
  }

  @Override
  public String pin(String columns) {
    return "SELECT " + isKept() + ",\n  " + columns;
  }

  @Override
  public Optional<String> held() {
    return Optional.of(isKept());
  }

  /**
   * What {@link #isHeldHere} looks up, at a tenth of its price: a session can give back only what
   * it has. Meanwhile its transaction has the lock as well, so that nobody else gets it.
   */
  private String isKept() {
    return "(CASE WHEN pg_catalog.pg_try_advisory_xact_lock(" + key.value()
        + ") THEN CASE WHEN pg_catalog.pg_advisory_unlock(" + key.value()
        + ") THEN pg_catalog.pg_try_advisory_lock(" + key.value()
        + ") ELSE false END ELSE false END)";
  }

  private String isHeldHere() {
    return "EXISTS (SELECT FROM pg_catalog.pg_locks AS l WHERE " + key.held()
        + " AND l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid())";
  }

  /** Another session answers than took the lock, or a step made this one give it back. */
  @Override
  public LockstepException lost() {
    return Failures.lockGone();
  }

  /** The pin has seen to that. */
  @Override
  public void requireOneSession(Session session) {}

  /** Sessions end by themselves. */
  @Override
  public void renew(Session session) {}
}
