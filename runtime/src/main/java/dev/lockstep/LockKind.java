package dev.lockstep;

/** What lets one process at a time migrate a schema. */
public enum LockKind {
  /** An advisory lock, unless the server is known not to have reliable ones. */
  AUTOMATIC,
  /** An advisory lock of the session. */
  ADVISORY,
  /**
   * A row in the table {@code lockstep_lease} of the target schema, which is renewed from a second
   * connection while a run lasts, and free when its time is over.
   */
  LEASE
}
