package dev.lockstep.cli;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes maps, collections, texts, numbers and booleans as JSON (RFC 8259). */
final class Json {
  private Json() {}

  /** On several lines, two blanks a level; the order of maps is kept. */
  static String write(@Nullable Object value) {
    return write(value, "\n");
  }

  private static String write(@Nullable Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      return enclosed('{', map.entrySet(), '}', line, entry -> member(entry, line + "  "));
    }
    if (value instanceof Collection<?> list) {
      return enclosed('[', list, ']', line, inner -> write(inner, line + "  "));
    }
    return value == null || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : string(value.toString());
  }

  private static String member(Map.Entry<?, ?> entry, String line) {
    return string(String.valueOf(entry.getKey())) + ": " + write(entry.getValue(), line);
  }

  private static <E> String enclosed(
      char open, Collection<E> elements, char close, String line, Function<E, String> writer) {
    return elements.isEmpty()
        ? "" + open + close
        : elements.stream()
            .map(writer)
            .collect(Collectors.joining("," + line + "  ", open + line + "  ", line + close));
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(escaped((char) c)));
    return json.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
        c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029'
            ? String.format("\\u%04x", (int) c)
            : String.valueOf(c);
    };
  }
}
