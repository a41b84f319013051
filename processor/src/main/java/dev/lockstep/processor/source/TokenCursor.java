package dev.lockstep.processor.source;

import java.util.Arrays;
import java.util.List;

/** Goes through the tokens of Java source. */
final class TokenCursor {
  private static final String END = "";
  private final String[] tokens;
  private int at;

  TokenCursor(List<String> tokens) {
    this.tokens = tokens.toArray(String[]::new);
  }

  boolean atEnd() {
    return at >= tokens.length;
  }

  /** The next token; empty at the end. */
  String peek() {
    return at < tokens.length ? tokens[at] : END;
  }

  /** A later token; empty behind the end. */
  String peek(int ahead) {
    return at + ahead < tokens.length ? tokens[at + ahead] : END;
  }

  String next() {
    if (at >= tokens.length) {
      throw new UnreadableSourceException("it ends too early");
    }
    return tokens[at++];
  }

  /** Takes the next token if it is this one. */
  boolean accept(String token) {
    if (at < tokens.length && tokens[at].equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!accept(token)) {
      throw new UnreadableSourceException(
          "\"" + peek() + "\" stands where \"" + token + "\" was expected");
    }
  }

  /**
   * The tokens up to the one that closes {@code open}, which is the next token; both are taken, and
   * neither is part of the result.
   */
  List<String> balanced(String open, String close) {
    expect(open);
    int start = at;
    int depth = 1;
    while (depth > 0) {
      String token = next();
      depth += token.equals(open) ? 1 : token.equals(close) ? -1 : 0;
    }
    return from(start, at - 1);
  }

  /** The tokens up to the first of these outside all brackets, which is not taken. */
  List<String> upTo(String... ends) {
    List<String> wanted = List.of(ends);
    int start = at;
    int depth = 0;
    while (!atEnd() && !(depth == 0 && wanted.contains(peek()))) {
      String token = next();
      depth += "([{".contains(token) ? 1 : ")]}".contains(token) ? -1 : 0;
    }
    return from(start, at);
  }

  private List<String> from(int start, int end) {
    return Arrays.asList(Arrays.copyOfRange(tokens, start, end));
  }

  static boolean isName(String token) {
    return !token.isEmpty() && Character.isJavaIdentifierStart(token.charAt(0));
  }
}
