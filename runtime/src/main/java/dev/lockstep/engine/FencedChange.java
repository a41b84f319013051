package dev.lockstep.engine;

import java.sql.SQLException;

/**
 * Changes of the history that belong to no migration, in a transaction that only who still holds
 * the lock can commit.
 */
record FencedChange(Session session, MigrationLock lock, TransactionSettings settings) {
  /** What is changed. */
  interface Change {
    void make() throws SQLException;
  }

  void make(Change change) throws SQLException {
    session.setAutoCommit(false);
    try {
      Fence.take(session, lock, settings.apply(lock));
      change.make();
      session.commit();
    } catch (SQLException | RuntimeException | Error e) {
      session.rollBack(e);
      throw e;
    }
  }
}
