package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tokens of a piece of SQL, without white space and comments (PostgreSQL manual, 4.1 Lexical
 * Structure). Never fails: what is not closed reaches to the end of the text.
 */
public final class SqlTokens {
  /** What a token is. */
  public enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    SYMBOL
  }

  /**
   * One token.
   *
   * @param text as written, quotes included
   * @param start offset of its first character
   */
  public record Token(Kind kind, String text, int start) {
    public int end() {
      return start + text.length();
    }

    public boolean is(String symbolOrKeyword) {
      return kind != Kind.STRING && kind != Kind.QUOTED && text.equalsIgnoreCase(symbolOrKeyword);
    }

    /** The raw identifier that this token names: folded to lower case unless quoted. */
    public String identifier() {
      return kind == Kind.QUOTED
          ? text.substring(1, Math.max(1, text.length() - 1)).replace("\"\"", "\"")
          : text.toLowerCase(Locale.ROOT);
    }

    /** Whether what comes after it is a token of its own; else it lacks its closing quote. */
    boolean isClosed() {
      boolean quoted = kind == Kind.STRING || kind == Kind.QUOTED;
      int end = text.indexOf(text.charAt(0), 1);
      boolean plain = end > 0 && end == text.length() - 1 && "'\"".indexOf(text.charAt(0)) >= 0;
      return !quoted || plain || of(text + " ;").size() == 2;
    }

    public boolean isIdentifier() {
      return kind == Kind.WORD || kind == Kind.QUOTED;
    }
  }

  private static final Set<String> RESERVED = Set.of(
      ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column"
              + " concurrently constraint create cross current_catalog current_date current_role current_schema current_time"
              + " current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign"
              + " freeze from full grant group having ilike in initially inner intersect into is isnull join lateral leading"
              + " left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps"
              + " placing primary references returning right select session_user similar some symmetric system_user table"
              + " tablesample then to trailing true union unique user using variadic verbose when where window with"
              + " between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout"
              + " int integer interval least national nchar none normalize nullif numeric out overlay position precision real"
              + " row setof smallint substring time timestamp treat trim values varchar")
          .split(" "));

  /** Keywords that stand for what the session or the moment gives, and are no column's name. */
  private static final Set<String> SESSION_VALUES = Set.of(
      ("current_catalog current_date current_role current_schema current_time current_timestamp current_user localtime"
              + " localtimestamp session_user system_user user")
          .split(" "));

  private SqlTokens() {}

  public static List<Token> of(String sql) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < sql.length()) {
      int skipped = skipSpace(sql, at);
      if (skipped > at) {
        at = skipped;
        continue;
      }
      Token token = next(sql, at);
      tokens.add(token);
      at = token.end();
    }
    return tokens;
  }

  /** A raw name as it must stand in SQL text: bare where that means the same, else quoted. */
  public static String identifier(String rawName) {
    boolean bare = rawName.matches("[a-z_][a-z0-9_$]*") && !RESERVED.contains(rawName);
    return bare ? rawName : "\"" + rawName.replace("\"", "\"\"") + "\"";
  }

  /** Whether a token is a keyword such as {@code current_date}. */
  public static boolean isSessionValue(Token token) {
    return token.kind() == Kind.WORD && SESSION_VALUES.contains(token.identifier());
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }

  private static int skipSpace(String sql, int at) {
    if (Character.isWhitespace(sql.charAt(at))) {
      return at + 1;
    }
    if (sql.startsWith("--", at)) {
      int end = sql.indexOf('\n', at);
      return end < 0 ? sql.length() : end + 1;
    }
    return sql.startsWith("/*", at) ? skipBlockComment(sql, at) : at;
  }

  private static int skipBlockComment(String sql, int start) {
    int depth = 0;
    for (int at = start; at < sql.length(); at++) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at++;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at++;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return sql.length();
  }

  private static Token next(String sql, int at) {
    char c = sql.charAt(at);
    char following = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
    if (c == '\'') {
      return token(Kind.STRING, sql, at, quoteEnd(sql, at, '\'', false));
    }
    if ((c == 'E' || c == 'e') && following == '\'') {
      return token(Kind.STRING, sql, at, quoteEnd(sql, at + 1, '\'', true));
    }
    if ("BbXxNn".indexOf(c) >= 0 && following == '\'') {
      return token(Kind.STRING, sql, at, quoteEnd(sql, at + 1, '\'', false));
    }
    if (c == '"') {
      return token(Kind.QUOTED, sql, at, quoteEnd(sql, at, '"', false));
    }
    if (c == '$') {
      return dollar(sql, at);
    }
    if (Character.isLetter(c) || c == '_') {
      return token(Kind.WORD, sql, at, wordEnd(sql, at));
    }
    if (isDigit(c) || (c == '.' && isDigit(following))) {
      return token(Kind.NUMBER, sql, at, numberEnd(sql, at));
    }
    return token(Kind.SYMBOL, sql, at, symbolEnd(sql, at));
  }

  private static Token token(Kind kind, String sql, int start, int end) {
    return new Token(kind, sql.substring(start, end), start);
  }

  private static int quoteEnd(String sql, int open, char quote, boolean backslashes) {
    for (int at = open + 1; at < sql.length(); at++) {
      char c = sql.charAt(at);
      if (backslashes && c == '\\') {
        at++;
      } else if (c == quote) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          return at + 1;
        }
      }
    }
    return sql.length();
  }

  private static Token dollar(String sql, int at) {
    int tagEnd = sql.indexOf('$', at + 1);
    if (tagEnd < 0
        || !sql.substring(at + 1, tagEnd)
            .matches("([A-Za-z_\\x80-\\uffff][A-Za-z0-9_\\x80-\\uffff]*)?")) {
      return token(Kind.SYMBOL, sql, at, at + 1);
    }
    String tag = sql.substring(at, tagEnd + 1);
    int close = sql.indexOf(tag, tagEnd + 1);
    return token(Kind.STRING, sql, at, close < 0 ? sql.length() : close + tag.length());
  }

  private static int wordEnd(String sql, int start) {
    int at = start;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at)) || "_$".indexOf(sql.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static int numberEnd(String sql, int start) {
    int at = start;
    while (at < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(at))
            || sql.charAt(at) == '.'
            || isExponentSign(sql, at))) {
      at++;
    }
    return at;
  }

  private static boolean isExponentSign(String sql, int at) {
    return (sql.charAt(at) == '-' || sql.charAt(at) == '+')
        && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int symbolEnd(String sql, int start) {
    String operatorCharacters = "+-*/<>=~!@#%^&|`?:";
    int at = start;
    while (at < sql.length()
        && operatorCharacters.indexOf(sql.charAt(at)) >= 0
        && (at == start || (!sql.startsWith("--", at) && !sql.startsWith("/*", at)))) {
      at++;
    }
    return Math.max(at, start + 1);
  }
}
