package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the database says was applied does not fit the migrations of the code. */
@SuppressWarnings("serial")
public final class HistoryMismatchException extends LockstepException {
  public HistoryMismatchException(
      String code, String sentence, List<String> details, @Nullable Throwable cause) {
    super(Outcome.HISTORY_MISMATCH, code, sentence, details, cause);
  }
}
