package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A migration failed; says how far the run got. */
@SuppressWarnings("serial")
public final class MigrationFailedException extends LockstepException {
  private final Failure failure;

  /**
   * How far a run got.
   *
   * @param revision the one that failed
   * @param finished revisions that this run applied or reverted before it, in order; they stay so
   * @param statement SQL that failed; null if it was no SQL
   * @param sqlState of the server or the driver; null if it was neither
   * @param blockedBy who held the tables that it waited for, the oldest transaction first, one line
   *     each; empty if nobody was found
   */
  public record Failure(
      String revision,
      List<String> finished,
      @Nullable String statement,
      @Nullable String sqlState,
      List<String> blockedBy) {
    public Failure {
      finished = List.copyOf(finished);
      blockedBy = List.copyOf(blockedBy);
    }

    /** Where no lock was waited for. */
    public Failure(
        String revision,
        List<String> finished,
        @Nullable String statement,
        @Nullable String sqlState) {
      this(revision, finished, statement, sqlState, List.of());
    }
  }

  public MigrationFailedException(
      Outcome outcome,
      String code,
      String sentence,
      List<String> details,
      Failure failure,
      @Nullable Throwable cause) {
    super(outcome, code, sentence, details, cause);
    this.failure = failure;
  }

  public Failure failure() {
    return failure;
  }
}
