package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Wording;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be seen to be wrong with SQL without asking a server. */
final class SqlSyntax {
  private static final String SENTINEL = "lockstep_sentinel";

  private SqlSyntax() {}

  /** What is wrong with an expression, as the end of a sentence; empty for nothing. */
  static Optional<String> fault(String sql) {
    return tokenFault(sql).or(() -> statementFault(SqlTokens.of(sql)));
  }

  /** What is wrong with a query, which other SQL may stand around. */
  static Optional<String> queryFault(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    boolean ends = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";");
    return ends ? Optional.of("it ends in a semicolon") : fault(sql);
  }

  /** What is wrong with one statement or several. */
  static Optional<String> statementsFault(String sql) {
    List<Token> tokens =
        SqlTokens.of(sql).stream().filter(token -> !token.is(";")).toList();
    return tokenFault(sql)
        .or(() -> tokens.isEmpty() ? Optional.of("it is empty") : statementFault(tokens));
  }

  /** What to do about such a fault, in the words to paste. */
  static String remedy(String attribute, String sql, String fault) {
    String start = attribute + " = ";
    if (fault.contains("empty")) {
      return "leave it out, or say it: " + start + "\"...\"";
    }
    return mended(sql)
        .map(mended -> "if that is meant: " + start + Wording.javaText(mended))
        .orElse("mend it: " + start + "\"...\"");
  }

  /** The likeliest text without a fault. */
  private static Optional<String> mended(String sql) {
    int semicolon = sql.indexOf(';');
    boolean quoted = sql.length() > 2 && sql.startsWith("'") && sql.endsWith("'");
    String inner = quoted ? sql.substring(1, sql.length() - 1).replace("'", "''") : "";
    return Stream.of(
            quoted ? "'" + inner + "'" : "",
            sql + "'",
            sql + missing(sql),
            sql.replaceFirst("[)\\]]\\s*$", ""),
            semicolon < 0 ? "" : sql.substring(0, semicolon))
        .filter(text -> !text.equals(sql) && !text.endsWith("()") && fault(text).isEmpty())
        .findFirst();
  }

  private static String missing(String sql) {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : SqlTokens.of(sql)) {
      if (token.is("(") || token.is("[")) {
        open.push(token.is("(") ? ")" : "]");
      } else if (token.is(")") || token.is("]")) {
        open.poll();
      }
    }
    return String.join("", open);
  }

  /** Whether PostgreSQL can keep the text at all. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static Optional<String> tokenFault(String sql) {
    if (sql.indexOf('\0') >= 0) {
      return Optional.of("it holds a NUL character");
    }
    if (SqlTokens.of(sql).isEmpty()) {
      return Optional.of("it is empty");
    }
    if (!endsBefore(sql + "\n")) {
      return Optional.of("a quote or a comment in it is not closed");
    }
    return endsBefore(sql + " ")
        ? Optional.empty()
        : Optional.of("it ends in a -- comment, which would hide what follows");
  }

  /** Whether text after it would be a token of its own. */
  private static boolean endsBefore(String sql) {
    List<Token> tokens = SqlTokens.of(sql + SENTINEL);
    return tokens.get(tokens.size() - 1).text().equals(SENTINEL);
  }

  private static Optional<String> statementFault(List<Token> tokens) {
    Deque<String> open = new ArrayDeque<>();
    for (Token token : tokens) {
      if (token.is(";")) {
        return Optional.of("it holds a semicolon");
      }
      if (token.is("(") || token.is("[")) {
        open.push(token.is("(") ? ")" : "]");
      } else if ((token.is(")") || token.is("]"))
          && (open.isEmpty() || !open.pop().equals(token.text()))) {
        return Optional.of("its \"" + token.text() + "\" closes nothing");
      }
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of("a \"" + open.peek() + "\" is missing in it");
  }

  /** Whether it is plain words that mean nothing to SQL, as a text that lost its quotes. */
  static boolean isPlainText(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    return tokens.stream().allMatch(token -> token.kind() == Kind.WORD)
        && tokens.stream()
            .noneMatch(
                token -> token.is("true") || token.is("false") || SqlTokens.isSessionValue(token));
  }

  static boolean isNull(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    return tokens.size() == 1 && tokens.get(0).is("null");
  }
}
