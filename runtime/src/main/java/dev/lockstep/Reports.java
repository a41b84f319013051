package dev.lockstep;

import dev.lockstep.impact.Impact;
import java.util.List;
import java.util.Locale;

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

  /** Each statement with what it does to a live database below it. */
  static String indented(List<String> statements, List<Impact> impacts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < statements.size(); i++) {
      text.append("\n  ").append(statements.get(i).replace("\n", "\n  ")).append(';');
      impacts.get(i).lines().forEach(line -> text.append("\n    -- ").append(line));
    }
    return statements.isEmpty() ? " nothing" : text.toString();
  }
}
