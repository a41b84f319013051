package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database could not be reached, or refused something that belongs to no migration. */
@SuppressWarnings("serial")
public final class DatabaseException extends LockstepException {
  public DatabaseException(
      String code, String sentence, List<String> details, @Nullable Throwable cause) {
    super(Outcome.FAILED, code, sentence, details, cause);
  }
}
