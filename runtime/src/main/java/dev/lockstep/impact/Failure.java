package dev.lockstep.impact;

/** What can be in a populated table that makes a statement fail. */
public enum Failure {
  NULLS("is a row with NULL"),
  DUPLICATES("are two rows with the same values"),
  VIOLATIONS("is a row for which the check is false"),
  OVERLAPS("are two rows that exclude one another"),
  MISSING_REFERENCES("is a row whose reference is missing"),
  UNFIT_VALUES("is a value that the new type does not hold"),
  MISPLACED_ROWS("is a row that the bounds do not allow");

  private final String words;

  Failure(String words) {
    this.words = words;
  }

  /** Completes "fails if there". */
  public String words() {
    return words;
  }
}
