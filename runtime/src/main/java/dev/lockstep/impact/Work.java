package dev.lockstep.impact;

/** What a statement does with the rows of a table; its time grows with their number. */
public enum Work {
  /** Reads every row, to prove something of it. */
  SCAN("reads all rows"),
  /** Reads every row into an index. */
  INDEX_BUILD("builds an index of all rows"),
  /** Writes every row, and every index, anew. */
  REWRITE("writes all rows anew"),
  /** Updates rows in their place, and leaves their old versions behind. */
  UPDATE("updates rows"),
  /** Updates rows in their place, and lets go of them after a moment. */
  UPDATE_SOME("updates some rows at a time");

  private final String words;

  Work(String words) {
    this.words = words;
  }

  /** Completes "while it". */
  public String words() {
    return words;
  }
}
