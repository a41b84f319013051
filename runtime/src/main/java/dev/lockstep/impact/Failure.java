package dev.lockstep.impact;

/** What can be in a populated table that makes a statement fail. */
public enum Failure {
  NULLS("a row with NULL"),
  DUPLICATES("two rows with the same values"),
  VIOLATIONS("a row for which the check is false"),
  OVERLAPS("two rows that exclude one another"),
  MISSING_REFERENCES("a row whose reference is missing"),
  UNFIT_VALUES("a value that the new type does not hold"),
  MISPLACED_ROWS("a row that the bounds do not allow");

  private final String words;

  Failure(String words) {
    this.words = words;
  }

  /** Completes "fails if there is". */
  public String words() {
    return words;
  }
}
