package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Lets one process at a time migrate a schema. It is only ever asked for, in autocommit, and never
 * waited for inside the server: a session that waits there makes CREATE INDEX CONCURRENTLY of the
 * holder fail. Held by one run, in one thread.
 */
sealed interface MigrationLock permits AdvisoryLock, LeaseLock {
  /**
   * Takes the lock if nobody holds it.
   *
   * @throws dev.lockstep.UnsuitableServerException if the server is a standby
   */
  boolean tryAcquire(Session session) throws SQLException;

  /** Never fails: what cannot be given back ends by itself. */
  void release(Session session);

  /** Who holds it, in one line for people. */
  String holder(Session session) throws SQLException;

  /**
   * A query with one row: whether this run still holds the lock, then the columns. In a transaction
   * it holds on to the lock until the end of that: who would take it meanwhile, cannot.
   */
  String pin(String columns);

  /**
   * A condition for statements that nobody reads an answer of: this run still holds the lock. Empty
   * if that takes a statement of its own.
   */
  Optional<String> held();

  /** What is wrong where a pin has said that this run does not hold it. */
  LockstepException lost();

  /**
   * To be called before what is not in a transaction.
   *
   * @throws dev.lockstep.UnsuitableServerException if statements go to different sessions
   */
  void requireOneSession(Session session) throws SQLException;

  /** To be called before a commit. */
  void renew(Session session) throws SQLException;
}
