package dev.lockstep;

import dev.lockstep.engine.Verification;

/**
 * Proves that migrations fit together, in one line of a test and without a database:
 * {@code MigrationVerifier.verify(new Migrations())}.
 */
public final class MigrationVerifier {
  private MigrationVerifier() {}

  /**
   * Replays all upgrades on an empty schema. They must lead to the schema of the snapshot that the
   * set was compiled with; each downgrade must lead back to what was before its upgrade; two
   * migrations of which neither comes after the other must lead to the same in either order; a
   * squash must lead to where the migrations that it replaces do. What {@code schema.sql} does
   * counts as far as {@link SqlStep#meaning} says it; where it does not, and where there is
   * {@code schema.run}, the way back is not judged.
   *
   * @throws BrokenMigrationsException which lists everything that is wrong
   * @throws LockstepException if a migration cannot say what it does: it throws, or has not ended
   *     after ten seconds; names its line
   */
  public static void verify(MigrationSet migrations) {
    Verification.verify(migrations);
  }
}
