package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked for makes no sense here: no such revision, no or several migration sets. */
@SuppressWarnings("serial")
public final class UsageException extends LockstepException {
  public UsageException(
      String code, String sentence, List<String> details, @Nullable Throwable cause) {
    super(Outcome.USAGE, code, sentence, details, cause);
  }
}
