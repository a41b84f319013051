package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A string as Java source in ASCII, so that the file means the same in every encoding and no
 * character can end the literal (JLS 3.3, 3.10.7).
 */
final class JavaLiteral {
  /** Bytes of a constant, with room to spare below the 65,535 of JVMS 4.4.7. */
  private static final int LONGEST = 60_000;

  private JavaLiteral() {}

  /** With its quotes, in one piece. */
  static String of(String value) {
    return "\"" + escaped(value) + "\"";
  }

  /** Without quotes; also safe in a comment that ends with its line. */
  static String escaped(String value) {
    StringBuilder source = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
        source.append(c);
      } else {
        source.append(escaped(c));
      }
    }
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

  /** Whether it is no constant that a class file can hold. */
  static boolean isTooLong(String value) {
    return value.length() > LONGEST / 3 && value.chars().map(JavaLiteral::bytes).sum() > LONGEST;
  }

  /** In the form of class files (JVMS 4.4.7). */
  private static int bytes(int c) {
    return c > 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
  }

  /** The value in parts that are not too long, cut after line ends where there are some. */
  static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int size = 0;
    for (int i = 0; i < value.length(); i++) {
      size += bytes(value.charAt(i));
      if (size > LONGEST) {
        int lineEnd = value.lastIndexOf('\n', i - 1) + 1;
        int end = lineEnd > start ? lineEnd : i;
        parts.add(value.substring(start, end));
        start = end;
        i = end;
        size = bytes(value.charAt(end));
      }
    }
    parts.add(value.substring(start));
    return parts;
  }

  static String escaped(char c) {
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
