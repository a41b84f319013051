package dev.lockstep.impact;

/** What a statement does to the version of the application that still runs while it is applied. */
public enum Breakage {
  RELATION_GONE("statements that name it fail", true),
  COLUMN_GONE("statements that name the column fail", true),
  NAME_GONE("statements that use the old name fail", true),
  COLUMN_REQUIRED("inserts that leave the column out fail", true),
  NULL_REFUSED("writes of NULL fail", true),
  VALUES_REFUSED("writes that break the constraint fail", true),
  TYPE_CHANGED("values have another type", true),
  UNIQUENESS_GONE("ON CONFLICT and foreign keys that need the key fail", true),
  NULL_SEEN("reads can meet NULL", false),
  VALUES_SEEN("reads can meet values that could not be before", false),
  PLANS("a prepared SELECT * inside a transaction fails once", false);

  private final String words;
  private final boolean lasting;

  Breakage(String words, boolean lasting) {
    this.words = words;
    this.lasting = lasting;
  }

  /** A clause: {@code statements that name the column fail}. */
  public String words() {
    return words;
  }

  /**
   * Whether a version of the application that relied on the old schema goes on failing, so that the
   * statement has to wait until no such version runs.
   */
  public boolean isLasting() {
    return lasting;
  }
}
