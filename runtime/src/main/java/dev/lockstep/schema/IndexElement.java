package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column or expression of an index, in text {@code email collate "C" text_pattern_ops desc
 * nulls last} or {@code (lower(email)) desc}.
 *
 * @param column raw name; null for an expression
 * @param expression null for a column
 * @param collation as SQL text; empty for the column's own
 * @param operatorClass as SQL text, with its options; empty for the type's default
 * @param nullsFirst where NULLs sort; PostgreSQL's default is last, first for a descending element
 */
public record IndexElement(
    @Nullable String column,
    @Nullable SqlExpression expression,
    String collation,
    String operatorClass,
    boolean descending,
    boolean nullsFirst) {

  public static IndexElement ofColumn(String column) {
    return new IndexElement(column, null, "", "", false, false);
  }

  /**
   * Reads the text form. The case of a column's name is kept: it is a raw name.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static IndexElement parse(String text) {
    List<Token> tokens = SqlTokens.of(text);
    if (tokens.isEmpty()) {
      throw malformed(text);
    }
    Token first = tokens.get(0);
    if (first.is("(")) {
      int close = closing(tokens, text);
      SqlExpression expression =
          SqlExpression.of(text.substring(first.end(), tokens.get(close).start()));
      return options(null, expression, tokens.subList(close + 1, tokens.size()), text);
    }
    if (!first.isIdentifier()) {
      throw malformed(text);
    }
    if (isCall(tokens)) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no index element: an expression stands in parentheses");
    }
    String column = first.kind() == Kind.QUOTED ? first.identifier() : first.text();
    return options(column, null, tokens.subList(1, tokens.size()), text);
  }

  /** Whether the text begins with the call of a function: {@code date_trunc('month', at)}. */
  private static boolean isCall(List<Token> tokens) {
    int at = 1;
    while (at + 1 < tokens.size() && tokens.get(at).is(".")) {
      at += 2;
    }
    return at < tokens.size() && tokens.get(at).is("(");
  }

  private static IndexElement options(
      @Nullable String column,
      @Nullable SqlExpression expression,
      List<Token> tokens,
      String text) {
    if (tokens.stream().anyMatch(token -> token.is(";"))) {
      throw malformed(text);
    }
    String collation = "";
    String operatorClass = "";
    boolean descending = false;
    Boolean nullsFirst = null;
    int at = 0;
    if (at < tokens.size() && tokens.get(at).is("collate")) {
      int end = nameEnd(tokens, at + 1, text);
      collation = textOf(tokens.subList(at + 1, end), text);
      at = end;
    }
    if (at < tokens.size() && !isOrder(tokens.get(at))) {
      int end = operatorClassEnd(tokens, at, text);
      operatorClass = textOf(tokens.subList(at, end), text);
      at = end;
    }
    if (at < tokens.size() && (tokens.get(at).is("asc") || tokens.get(at).is("desc"))) {
      descending = tokens.get(at++).is("desc");
    }
    if (at + 1 < tokens.size() && tokens.get(at).is("nulls")) {
      nullsFirst = tokens.get(at + 1).is("first");
      if (!nullsFirst && !tokens.get(at + 1).is("last")) {
        throw malformed(text);
      }
      at += 2;
    }
    if (at < tokens.size()) {
      throw malformed(text);
    }
    return new IndexElement(
        column,
        expression,
        collation,
        operatorClass,
        descending,
        nullsFirst == null ? descending : nullsFirst);
  }

  private static boolean isOrder(Token token) {
    return token.is("asc") || token.is("desc") || token.is("nulls");
  }

  private static int nameEnd(List<Token> tokens, int start, String text) {
    int at = start;
    if (at >= tokens.size() || !tokens.get(at).isIdentifier()) {
      throw malformed(text);
    }
    while (at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
      at += 2;
    }
    return at + 1;
  }

  /** A name, and options in parentheses. */
  private static int operatorClassEnd(List<Token> tokens, int start, String text) {
    int end = nameEnd(tokens, start, text);
    return end < tokens.size() && tokens.get(end).is("(")
        ? end + closing(tokens.subList(end, tokens.size()), text) + 1
        : end;
  }

  private static String textOf(List<Token> tokens, String text) {
    return text.substring(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
  }

  private static int closing(List<Token> tokens, String text) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("(")) {
        depth++;
      } else if (tokens.get(i).is(")") && --depth == 0) {
        return i;
      }
    }
    throw malformed(text);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\"" + text
            + "\" is no index element; write: column or (expression), then collate, operator class, desc, nulls first");
  }

  public boolean mentions(String name) {
    return expression == null ? name.equals(column) : expression.mentions(name);
  }

  public IndexElement renameColumn(String name, String newName) {
    return new IndexElement(
        name.equals(column) ? newName : column,
        expression == null ? null : expression.renameColumn(name, newName),
        collation,
        operatorClass,
        descending,
        nullsFirst);
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(expression == null ? columnText() : "(" + expression + ")");
    text.append(collation.isEmpty() ? "" : " collate " + collation);
    text.append(operatorClass.isEmpty() ? "" : " " + operatorClass);
    text.append(descending ? " desc" : "");
    if (nullsFirst != descending) {
      text.append(nullsFirst ? " nulls first" : " nulls last");
    }
    return text.toString();
  }

  private String columnText() {
    String name = String.valueOf(column);
    boolean bare = name.matches("[A-Za-z_][A-Za-z0-9_$]*");
    return bare ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof IndexElement that
            && Objects.equals(column, that.column)
            && Objects.equals(expression, that.expression)
            && collation.equals(that.collation)
            && operatorClass.equals(that.operatorClass)
            && descending == that.descending
            && nullsFirst == that.nullsFirst);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(column);
  }
}
