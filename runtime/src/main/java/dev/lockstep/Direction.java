package dev.lockstep;

/** Which way a run goes. */
public enum Direction {
  UPGRADE,
  DOWNGRADE;

  /** The other one. */
  public Direction opposite() {
    return this == UPGRADE ? DOWNGRADE : UPGRADE;
  }
}
