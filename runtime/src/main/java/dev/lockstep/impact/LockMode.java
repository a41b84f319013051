package dev.lockstep.impact;

/**
 * A lock that a statement takes on a whole table, weakest first, of those that another statement
 * can feel (PostgreSQL manual, section 13.3.1). What plain reads and writes take themselves is no
 * lock in this sense: only {@link #ACCESS_EXCLUSIVE} and {@link #SHARE} to {@link #EXCLUSIVE}
 * conflict with it.
 */
public enum LockMode {
  /** Blocks neither reads nor writes: only maintenance and other changes of the table. */
  SHARE_UPDATE_EXCLUSIVE,
  /** Blocks writes. */
  SHARE,
  /** Blocks writes. */
  SHARE_ROW_EXCLUSIVE,
  /** Blocks writes and {@code SELECT ... FOR UPDATE}. */
  EXCLUSIVE,
  /** Blocks reads and writes. */
  ACCESS_EXCLUSIVE;

  public boolean blocksReads() {
    return this == ACCESS_EXCLUSIVE;
  }

  public boolean blocksWrites() {
    return this != SHARE_UPDATE_EXCLUSIVE;
  }

  /** As SQL has it: {@code ACCESS EXCLUSIVE}. */
  public String sql() {
    return name().replace('_', ' ');
  }
}
