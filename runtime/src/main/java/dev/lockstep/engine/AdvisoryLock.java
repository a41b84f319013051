package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import java.sql.SQLException;

/**
 * An advisory lock of PostgreSQL, which a session holds: it goes with the session, so nothing has
 * to be unlocked after a crash.
 */
final class AdvisoryLock implements MigrationLock {
  private final LockKey key;

  /** A standby would give the lock to anybody. */
  private record Answer(boolean standby, boolean locked) {}

  AdvisoryLock(LockKey key) {
    this.key = key;
  }

  @Override
  public boolean tryAcquire(Session session) throws SQLException {
    Answer answer = ask(session);
    if (answer.standby) {
      throw Failures.notPrimary();
    }
    return answer.locked;
  }

  private Answer ask(Session session) throws SQLException {
    try {
      return session
          .query(
              "SELECT r.standby, CASE WHEN r.standby THEN false ELSE pg_catalog.pg_try_advisory_lock("
                  + key.value() + ") END FROM pg_catalog.pg_is_in_recovery() AS r (standby)",
              row -> new Answer(row.getBoolean(1), row.getBoolean(2)))
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

  @Override
  public String holder(Session session) throws SQLException {
    return LockHolders.of(session, "WHERE " + key.held()).stream()
        .findFirst()
        .map(Blocker::words)
        .orElse("a process that is gone now");
  }

  @Override
  public String pin(String columns) {
    return "SELECT EXISTS (SELECT FROM pg_catalog.pg_locks AS l WHERE " + key.held()
        + " AND l.pid OPERATOR(pg_catalog.=) pg_catalog.pg_backend_pid()),\n  " + columns;
  }

  /** Another session answers than took the lock. */
  @Override
  public LockstepException lost() {
    return Failures.pooler();
  }

  /** The pin has seen to that. */
  @Override
  public void requireOneSession(Session session) {}

  /** Sessions end by themselves. */
  @Override
  public void renew(Session session) {}
}
