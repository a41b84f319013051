package dev.lockstep.processor.problem;

import java.util.List;

/**
 * One message of the compiler.
 *
 * @param code a word, as in {@code ColumnAdded}
 * @param message what is true, with the user's names; one line, no full stop
 * @param fixes at most three lines {@code label: exact text to type or paste}
 */
public record Problem(
    Severity severity, String code, Place place, String message, List<String> fixes) {
  /** How the compiler reports it. */
  public enum Severity {
    ERROR,
    WARNING,
    NOTE
  }

  public Problem {
    fixes = List.copyOf(fixes);
  }

  public static Problem error(String code, Place place, String message, String... fixes) {
    return new Problem(Severity.ERROR, code, place, message, List.of(fixes));
  }

  public static Problem warning(String code, Place place, String message, String... fixes) {
    return new Problem(Severity.WARNING, code, place, message, List.of(fixes));
  }

  public Problem withSeverity(Severity newSeverity) {
    return new Problem(newSeverity, code, place, message, fixes);
  }

  public Problem withFixes(List<String> newFixes) {
    return new Problem(severity, code, place, message, newFixes);
  }

  /** The text for the compiler: {@code [lockstep:Code] message}, then the fixes, indented. */
  public String text() {
    StringBuilder text = new StringBuilder("[lockstep:" + code + "] " + message);
    fixes.forEach(fix -> text.append("\n    ").append(fix));
    return text.toString();
  }
}
