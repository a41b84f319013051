package dev.lockstep.impact;

/** What a statement does with the rows of a table; its time grows with their number. */
public enum Work {
  /** Reads every row, to prove something of it. */
  SCAN,
  /** Reads every row into an index. */
  INDEX_BUILD,
  /** Writes every row, and every index, anew. */
  REWRITE,
  /** Updates rows in their place, and leaves their old versions behind. */
  UPDATE
}
