package dev.lockstep;

/**
 * What a repair changed in the history; it runs no migration.
 *
 * <pre>
 * M0002_AddAddressToUser is recorded as the code has it
 *   was: s1:0a1b..., 2 steps
 *   is:  s1:9f8e..., 3 steps
 * </pre>
 *
 * @param before what was recorded
 * @param after what is recorded now
 */
public record RepairReport(String revision, Recorded before, Recorded after) {
  /**
   * What the history has of the statements of a migration.
   *
   * @param checksum algorithm, colon, hexadecimal digest
   * @param steps how many
   */
  public record Recorded(String checksum, int steps) {
    @Override
    public String toString() {
      return checksum + ", " + steps + (steps == 1 ? " step" : " steps");
    }
  }

  @Override
  public String toString() {
    return revision + " is recorded as the code has it\n  was: " + before + "\n  is:  " + after;
  }
}
