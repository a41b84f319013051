package dev.lockstep;

/** Which part of a rolling deployment a migration belongs to. */
public enum Phase {
  /**
   * Comes before the new version of the application starts; the old one goes on running with it.
   */
  EXPAND,
  /** Comes when no older version of the application runs any more, which it would break. */
  CONTRACT
}
