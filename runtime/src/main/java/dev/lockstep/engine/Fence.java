package dev.lockstep.engine;

import java.sql.SQLException;

/**
 * What the server answers when the settings are made.
 *
 * @param locked whether the session holds the lock
 * @param transaction its number
 */
record Fence(boolean locked, String transaction) {
  /**
   * Makes the settings; see {@link TransactionSettings#apply}.
   *
   * @throws dev.lockstep.UnsuitableServerException if another session answers than took the lock
   */
  static Fence take(Session session, String pin) throws SQLException {
    Fence fence = session
        .query(pin, row -> new Fence(row.getBoolean(1), row.getString(2)))
        .get(0);
    if (!fence.locked) {
      throw Failures.pooler();
    }
    return fence;
  }
}
