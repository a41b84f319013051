package dev.lockstep;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words and shapes that reports share when they print. */
final class Reports {
  private Reports() {}

  static String place(List<String> revisions) {
    return revisions.isEmpty() ? "base" : String.join(", ", revisions);
  }

  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** {@code part-way} for PART_WAY. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  static String indented(List<String> statements) {
    return statements.isEmpty()
        ? " nothing"
        : statements.stream()
            .map(sql -> "\n  " + sql.replace("\n", "\n  ") + ";")
            .collect(Collectors.joining());
  }
}
