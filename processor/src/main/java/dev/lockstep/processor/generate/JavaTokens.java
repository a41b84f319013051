package dev.lockstep.processor.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of Java source without white space and comments (JLS chapter 3), good enough to tell
 * equal sources from different ones. Ends of lines are LF. Never fails: what is not closed reaches
 * to the end of the text.
 */
public final class JavaTokens {
  private static final String BLOCK = "\"\"\"";
  private final String source;
  private final Map<String, String> words = new HashMap<>();
  private int at;

  private JavaTokens(String source) {
    this.source = source.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * In order, each as written, quotes included; a word, a number, a literal or one symbol. A text
   * block lacks the white space that the compiler strips from its lines (JLS 3.10.6).
   */
  public static List<String> of(String source) {
    return new JavaTokens(source).tokens();
  }

  /** The comments, in order, each as written but for the white space at its ends. */
  public static List<String> comments(String source) {
    JavaTokens all = new JavaTokens(source);
    List<String> comments = new ArrayList<>();
    while (all.at < all.source.length()) {
      int start = all.at;
      all.at = all.end();
      String token = all.source.substring(start, all.at);
      if (isComment(token)) {
        comments.add(token.strip());
      }
    }
    return comments;
  }

  private List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    while (at < source.length()) {
      int start = at;
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
        continue;
      }
      at = end();
      String token = source.substring(start, at);
      if (!isComment(token)) {
        tokens.add(known(token.startsWith(BLOCK) ? withoutIndentation(token) : token));
      }
    }
    return tokens;
  }

  /** One object for all tokens that are equal: a large migration says the same words again. */
  private String known(String token) {
    String known = words.putIfAbsent(token, token);
    return known == null ? token : known;
  }

  private static String withoutIndentation(String block) {
    int content = block.indexOf('\n') + 1;
    return block.substring(0, content).stripTrailing() + "\n"
        + block.substring(content).stripIndent();
  }

  private static boolean isComment(String token) {
    return token.startsWith("//") || token.startsWith("/*");
  }

  private int end() {
    char c = source.charAt(at);
    if (c == '/' && source.startsWith("//", at)) {
      return endOf("\n", at);
    }
    if (c == '/' && source.startsWith("/*", at)) {
      return endOf("*/", at + 2);
    }
    if (c == '"' || c == '\'') {
      return quoted(source.startsWith(BLOCK, at) ? BLOCK : String.valueOf(c));
    }
    return isWordPart(c) ? wordEnd() : at + 1;
  }

  private int endOf(String terminator, int from) {
    int found = source.indexOf(terminator, from);
    return found < 0 ? source.length() : found + terminator.length();
  }

  private int quoted(String quote) {
    int end = at + quote.length();
    while (end < source.length() && !source.startsWith(quote, end)) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(source.length(), end + quote.length());
  }

  private int wordEnd() {
    int end = at;
    while (end < source.length() && isWordPart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || Character.isJavaIdentifierPart(c) || Character.isSurrogate(c);
  }
}
