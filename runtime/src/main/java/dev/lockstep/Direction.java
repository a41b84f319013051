package dev.lockstep;

/** Which way a run goes. */
public enum Direction {
  UPGRADE,
  DOWNGRADE
}
