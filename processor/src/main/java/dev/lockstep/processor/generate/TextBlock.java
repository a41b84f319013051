package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * A string of several lines as a Java text block in ASCII (JLS 3.10.6): what the compiler would
 * strip is escaped, so that the string stays what it is.
 */
final class TextBlock {
  private static final String DELIMITER = "\"\"\"";

  private TextBlock() {}

  /**
   * Whether a text block can hold the value. White space beyond ASCII cannot be escaped so late
   * that the compiler does not strip it; javac takes U+0085 for the end of a line when it looks for
   * white space to warn of.
   */
  static boolean holds(String value) {
    return value.chars().noneMatch(c -> c >= 0x80 && (Character.isWhitespace(c) || c == 0x85));
  }

  /**
   * The lines after the opening delimiter, each to be indented alike unless it is empty; the last
   * one ends with the closing delimiter.
   */
  static List<String> lines(String value) {
    List<String> raw = List.of(value.split("\n", -1));
    String last = raw.get(raw.size() - 1);
    boolean closesLine = !last.isEmpty() && raw.stream().anyMatch(TextBlock::isAtMargin);
    List<String> lines = new ArrayList<>();
    raw.subList(0, raw.size() - 1).forEach(line -> lines.add(escaped(line, false)));
    if (closesLine) {
      lines.add(escaped(last, true) + DELIMITER);
    } else {
      lines.addAll(
          last.isEmpty() ? List.of(DELIMITER) : List.of(escaped(last, false) + "\\", DELIMITER));
    }
    return lines;
  }

  /** Whether the line keeps the indentation of all others from being stripped. */
  private static boolean isAtMargin(String line) {
    return !line.isEmpty() && (line.charAt(0) != ' ' || line.length() == 1);
  }

  /**
   * A line without its end.
   *
   * @param closed whether the closing delimiter follows
   */
  private static String escaped(String line, boolean closed) {
    StringBuilder source = new StringBuilder();
    int quotes = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean end = i == line.length() - 1;
      quotes = c == '"' && quotes < 2 && !(closed && end) ? quotes + 1 : 0;
      source.append(quotes > 0 ? "\"" : c == ' ' && end ? "\\s" : JavaLiteral.escaped(c));
    }
    return source.toString();
  }
}
