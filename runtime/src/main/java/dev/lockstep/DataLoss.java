package dev.lockstep;

/**
 * What the downgrade of a migration does not bring back, as its {@link Irreversible} says; prints
 * as {@code user.fax: its values are deleted (M0002_DropFax)}.
 *
 * @param what {@code table}, {@code table.column} and the like
 * @param reason why it does not come back
 */
public record DataLoss(String revision, String what, String reason) {
  @Override
  public String toString() {
    return what + ": " + reason + " (" + revision + ")";
  }
}
