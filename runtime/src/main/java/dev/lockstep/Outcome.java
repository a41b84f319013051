package dev.lockstep;

/** How a run ended, and the exit code of the command line for it. */
public enum Outcome {
  /** All was done, or nothing was to do. */
  DONE(0),
  /** Something failed; what it had begun was rolled back. */
  FAILED(1),
  /** What was asked for makes no sense here. */
  USAGE(2),
  /** Migrations wait to be applied. */
  PENDING(3),
  /** The database is not what its migrations say. */
  DRIFT(3),
  /** Another process holds the lock. */
  BUSY(4),
  /** The history is ahead of the code, differs from it, or is missing. */
  HISTORY_MISMATCH(5),
  /** A migration failed after part of it was committed. */
  PART_WAY(6),
  /** The server is no primary, too old, or behind a transaction pooler. */
  UNSUITABLE_SERVER(7);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
