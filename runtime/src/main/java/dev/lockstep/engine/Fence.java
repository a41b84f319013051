package dev.lockstep.engine;

import java.sql.SQLException;
import java.time.Duration;

/**
 * What the server answers when the settings are made.
 *
 * @param locked whether the run holds the lock
 * @param transaction its number
 * @param deadlockTimeout how long a session waits for a lock before it looks for a deadlock, and
 *     fails if there is one
 */
record Fence(boolean locked, String transaction, Duration deadlockTimeout) {
  private static final double SECOND = 1e9;

  /**
   * Makes the settings; see {@link TransactionSettings#apply}.
   *
   * @throws dev.lockstep.LockstepException if the run does not hold the lock any more
   */
  static Fence take(Session session, MigrationLock lock, String pin) throws SQLException {
    Fence fence = session
        .query(
            pin,
            row -> new Fence(
                row.getBoolean(1),
                row.getString(2),
                Duration.ofNanos(Math.round(row.getDouble(3) * SECOND))))
        .get(0);
    if (!fence.locked) {
      throw lock.lost();
    }
    return fence;
  }
}
