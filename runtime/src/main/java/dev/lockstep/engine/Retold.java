package dev.lockstep.engine;

import dev.lockstep.DatabaseException;
import dev.lockstep.HistoryMismatchException;
import dev.lockstep.LockTimeoutException;
import dev.lockstep.LockstepException;
import dev.lockstep.MigrationFailedException;
import dev.lockstep.UnsuitableServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same failure with more lines in its message. */
final class Retold {
  private Retold() {}

  /** Those that come before any work are complete as they are. */
  static LockstepException with(LockstepException failure, List<String> more) {
    if (more.isEmpty()) {
      return failure;
    }
    LockstepException longer = longer(failure, more);
    if (longer != failure) {
      longer.setStackTrace(failure.getStackTrace());
      Stream.of(failure.getSuppressed()).forEach(longer::addSuppressed);
    }
    return longer;
  }

  private static LockstepException longer(LockstepException failure, List<String> more) {
    @Nullable Throwable cause = failure.getCause();
    String code = failure.code();
    String sentence = sentence(failure);
    List<String> details = new ArrayList<>(details(failure));
    details.addAll(more);
    if (failure instanceof MigrationFailedException migration) {
      return new MigrationFailedException(
          failure.outcome(), code, sentence, details, migration.failure(), cause);
    }
    if (failure instanceof DatabaseException) {
      return new DatabaseException(code, sentence, details, cause);
    }
    if (failure instanceof UnsuitableServerException) {
      return new UnsuitableServerException(code, sentence, details, cause);
    }
    if (failure instanceof LockTimeoutException) {
      return new LockTimeoutException(code, sentence, details, cause);
    }
    if (failure instanceof HistoryMismatchException) {
      return new HistoryMismatchException(code, sentence, details, cause);
    }
    return failure;
  }

  /** The first line without the code. */
  static String sentence(LockstepException failure) {
    return lines(failure).get(0).replaceFirst("^\\[[^]]*] ", "");
  }

  /** One string each, of several lines perhaps. */
  private static List<String> details(LockstepException failure) {
    List<String> lines = lines(failure);
    return Stream.of(String.join("\n", lines.subList(1, lines.size())).split("\n {4}(?! )"))
        .filter(detail -> !detail.isBlank())
        .map(detail -> detail.replace("\n        ", "\n"))
        .toList();
  }

  private static List<String> lines(LockstepException failure) {
    return String.valueOf(failure.getMessage()).lines().toList();
  }
}
