package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The text of a snapshot cannot be used: damaged, in conflict, or of a newer format. */
public final class SnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;
  private final int line;
  private final ArrayList<String> fixes;

  SnapshotException(String code, int line, String message, String... fixes) {
    super(message);
    this.code = code;
    this.line = line;
    this.fixes = new ArrayList<>(List.of(fixes));
  }

  static SnapshotException damaged(int line, String message) {
    return new SnapshotException(
        "SnapshotDamaged", line, message, "restore it: git checkout HEAD -- {file}");
  }

  /** Counted from 1. */
  public int line() {
    return line;
  }

  /** The message for the compiler, with the file as the user knows it and the line. */
  public Problem problem(String file) {
    return Problem.error(
        code,
        new Place.Nowhere(),
        file + ":" + line + ": " + getMessage(),
        fixes.stream().map(fix -> fix.replace("{file}", file)).toArray(String[]::new));
  }
}
