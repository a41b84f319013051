package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A string as Java source in ASCII, so that the file means the same in every encoding and no
 * character can end the literal (JLS 3.3, 3.10.7).
 */
final class JavaLiteral {
  private JavaLiteral() {}

  /** With its quotes, in one piece. */
  static String of(String value) {
    return "\"" + escaped(value) + "\"";
  }

  /** Without quotes; also safe in a comment that ends with its line. */
  static String escaped(String value) {
    StringBuilder source = new StringBuilder();
    value.chars().forEach(c -> source.append(escaped((char) c)));
    return source.toString();
  }

  /** The literals whose concatenation is the value, cut after line ends and spaces. */
  static List<String> pieces(String value, int width) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String word : value.split("(?<=[ \n])", -1)) {
      boolean full = of(piece + word).length() > width;
      if (piece.length() > 0 && (full || piece.charAt(piece.length() - 1) == '\n')) {
        pieces.add(of(piece.toString()));
        piece.setLength(0);
      }
      piece.append(word);
    }
    pieces.add(of(piece.toString()));
    return pieces;
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c >= ' ' && c <= '~' ? String.valueOf(c) : unicode(c);
    };
  }

  /** Octal below 128: a Unicode escape of a line end would be a line end. */
  private static String unicode(char c) {
    return String.format(Locale.ROOT, c < 0x80 ? "\\%03o" : "\\u%04x", (int) c);
  }
}
