package dev.lockstep.processor.source;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The value of a string literal or a text block (JLS 3.10.5, 3.10.6). */
final class StringToken {
  private static final String BLOCK = "\"\"\"";
  private static final Pattern UNICODE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u+([0-9a-fA-F]{4})");

  private StringToken() {}

  static boolean is(String token) {
    return token.startsWith("\"");
  }

  /** The token as {@code JavaTokens} gives it: a text block is without its indentation. */
  static String value(String token) {
    String body = token.startsWith(BLOCK)
        ? token.substring(token.indexOf('\n') + 1, token.length() - BLOCK.length())
        : token.substring(1, token.length() - 1);
    if (body.indexOf('\\') < 0) {
      return body;
    }
    try {
      return withoutUnicodeEscapes(body).translateEscapes();
    } catch (IllegalArgumentException e) {
      throw new UnreadableSourceException("a string has an escape that is none: " + token);
    }
  }

  /** A quote or backslash that was written so stays one character of the string. */
  private static String withoutUnicodeEscapes(String body) {
    return UNICODE
        .matcher(body)
        .replaceAll((MatchResult match) -> java.util.regex.Matcher.quoteReplacement(
            match.group(1) + (char) Integer.parseInt(match.group(2), 16)));
  }
}
