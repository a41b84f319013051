package dev.lockstep.engine;

import java.sql.SQLException;

/**
 * Changes of the history that belong to no migration, in a transaction that only who still holds
 * the lock can commit.
 */
record FencedChange(Session session, MigrationLock lock, TransactionSettings settings) {
  void make(Session.Work change) throws SQLException {
    session.inTransaction(() -> {
      Fence.take(session, lock, settings.apply(lock));
      change.run();
    });
  }
}
