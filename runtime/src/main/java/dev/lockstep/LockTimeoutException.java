package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another process held the lock for longer than this one was to wait. */
@SuppressWarnings("serial")
public final class LockTimeoutException extends LockstepException {
  public LockTimeoutException(
      String code, String sentence, List<String> details, @Nullable Throwable cause) {
    super(Outcome.BUSY, code, sentence, details, cause);
  }
}
