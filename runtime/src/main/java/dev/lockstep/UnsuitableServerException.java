package dev.lockstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server is no primary, too old, or behind a transaction pooler. */
@SuppressWarnings("serial")
public final class UnsuitableServerException extends LockstepException {
  public UnsuitableServerException(
      String code, String sentence, List<String> details, @Nullable Throwable cause) {
    super(Outcome.UNSUITABLE_SERVER, code, sentence, details, cause);
  }
}
