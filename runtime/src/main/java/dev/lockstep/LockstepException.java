package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that could not be finished. Its message has one line that says what is true and indented
 * ones with what to do:
 *
 * <pre>
 * [lockstep:MigrationChanged] M0001_InitialMigration is not what was applied here
 *     restore: bring back its file as it was when it was applied
 * </pre>
 */
@SuppressWarnings("serial") // Thrown and caught in one process; nobody writes it to a stream.
public abstract sealed class LockstepException extends RuntimeException
    permits BrokenMigrationsException,
        DatabaseException,
        DriftException,
        FleetException,
        HistoryMismatchException,
        IrreversibleException,
        LockTimeoutException,
        MigrationFailedException,
        UnsuitableServerException,
        UsageException {
  private final Outcome outcome;
  private final String code;

  LockstepException(
      Outcome outcome,
      String code,
      String sentence,
      List<String> details,
      @Nullable Throwable cause) {
    super(message(code, sentence, details), cause);
    this.outcome = outcome;
    this.code = code;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The word in brackets, without {@code lockstep:}. */
  public String code() {
    return code;
  }

  private static String message(String code, String sentence, List<String> details) {
    StringBuilder message = new StringBuilder("[lockstep:" + code + "] " + sentence);
    details.forEach(
        detail -> message.append("\n    ").append(detail.strip().replace("\n", "\n        ")));
    return message.toString();
  }
}
