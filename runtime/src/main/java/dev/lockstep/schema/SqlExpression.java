package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An SQL expression, kept as it was written; two are equal if they differ in white space, comments,
 * the case of what is not quoted, redundant quotes (those of a sequence in {@code nextval('...')}
 * too), redundant parentheses, and the spelling of casts and of their types alone.
 */
public final class SqlExpression {
  private final String text;
  private final @Nullable SqlType target;
  /** Made when it is asked for first. */
  private @Nullable String normalForm;

  private SqlExpression(String text, @Nullable SqlType target) {
    this.text = text;
    this.target = target;
  }

  /**
   * The expression that {@code text} holds, without white space and comments around it: a comment
   * at its end would swallow what follows, as a closing parenthesis.
   *
   * @throws IllegalArgumentException if nothing else is in it, or a semicolon, behind which would
   *     be a statement of its own, or a quote that is not closed, which would swallow the next one
   */
  public static SqlExpression of(String text) {
    List<Token> tokens = SqlTokens.of(text);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("an SQL expression is empty");
    }
    for (Token token : tokens) {
      if (token.is(";")) {
        throw new IllegalArgumentException(
            "an SQL expression holds a semicolon: " + inOneLine(text));
      }
    }
    Token last = tokens.get(tokens.size() - 1);
    if (!last.isClosed()) {
      throw new IllegalArgumentException(
          "an SQL expression does not close its quote: " + inOneLine(text));
    }
    int end = last.end();
    return new SqlExpression(text.substring(tokens.get(0).start(), end), null);
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /**
   * This expression as the default of a column of that type: a literal that is cast to it equals
   * the literal alone.
   */
  SqlExpression of(SqlType type) {
    return type.equals(target) ? this : new SqlExpression(text, type);
  }

  public String text() {
    return text;
  }

  /** Equal for equal expressions alone. */
  String normalForm() {
    String made = normalForm;
    if (made == null) {
      made = NormalForm.of(SqlTokens.of(text), target);
      normalForm = made;
    }
    return made;
  }

  /** Whether the expression names that column, by its raw name. */
  public boolean mentions(String column) {
    List<Token> tokens = SqlTokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      if (isColumn(tokens, i, column)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has that raw identifier, whatever it means there. */
  public boolean names(String identifier) {
    return SqlTokens.of(text).stream()
        .anyMatch(token -> token.isIdentifier() && token.identifier().equals(identifier));
  }

  /** This expression with each mention of the column, by its raw name, replaced by its new one. */
  public SqlExpression renameColumn(String column, String newName) {
    StringBuilder renamed = new StringBuilder();
    List<Token> tokens = SqlTokens.of(text);
    int copied = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (isColumn(tokens, i, column)) {
        renamed.append(text, copied, tokens.get(i).start()).append(SqlTokens.identifier(newName));
        copied = tokens.get(i).end();
      }
    }
    return copied == 0 ? this : of(renamed.append(text.substring(copied)).toString());
  }

  /** The sequence that {@code nextval('...')} names; empty if the expression has none. */
  public Optional<QualifiedName> sequence() {
    return sequenceLiteral().map(token -> sequence(token.text()));
  }

  /**
   * This expression with another sequence in its {@code nextval}, as PostgreSQL follows a rename.
   */
  public SqlExpression renameSequence(QualifiedName sequence, QualifiedName newName) {
    Token token =
        sequenceLiteral().filter(each -> sequence(each.text()).equals(sequence)).orElse(null);
    if (token == null) {
      return this;
    }
    return of(text.substring(0, token.start()) + literal(newName) + text.substring(token.end()));
  }

  /**
   * This expression with another value of an enum type, alone or in the text of an array; as it is
   * where its literals may be of other types.
   */
  SqlExpression renameValue(EnumType type, String value, String newValue) {
    List<Token> tokens = SqlTokens.of(text);
    if (EnumLiterals.mayBeOthers(tokens, type.name())) {
      return this;
    }
    StringBuilder renamed = new StringBuilder();
    int copied = 0;
    for (Token token : tokens) {
      String literal = token.kind() == Kind.STRING
          ? EnumLiterals.rename(token.text(), value, newValue)
          : token.text();
      if (!literal.equals(token.text())) {
        renamed.append(text, copied, token.start()).append(literal);
        copied = token.end();
      }
    }
    return copied == 0 ? this : of(renamed.append(text.substring(copied)).toString());
  }

  /** This expression with another type in its casts, as PostgreSQL follows a rename. */
  SqlExpression renameType(QualifiedName type, QualifiedName newName) {
    if (!text.contains(type.name().replace("\"", "\"\""))) {
      return this;
    }
    List<Token> tokens = SqlTokens.of(text);
    StringBuilder renamed = new StringBuilder();
    int copied = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      int last = castEnd(tokens, i, type);
      if (last > i) {
        renamed.append(text, copied, tokens.get(i + 1).start()).append(identifier(newName));
        copied = tokens.get(last).end();
      }
    }
    return copied == 0 ? this : of(renamed.append(text.substring(copied)).toString());
  }

  /** The last token of the type's name if a cast to it starts there, else -1. */
  static int castEnd(List<Token> tokens, int i, QualifiedName type) {
    if (!tokens.get(i).is("::") && !tokens.get(i).is("as")) {
      return -1;
    }
    boolean qualified = i + 3 < tokens.size() && tokens.get(i + 2).is(".");
    int last = qualified ? i + 3 : i + 1;
    boolean same = tokens.get(last).isIdentifier()
        && tokens.get(last).identifier().equals(type.name())
        && (!qualified || tokens.get(i + 1).identifier().equals(type.schema()));
    return same ? last : -1;
  }

  private static String identifier(QualifiedName name) {
    String schema = name.schema().isEmpty() ? "" : SqlTokens.identifier(name.schema()) + ".";
    return schema + SqlTokens.identifier(name.name());
  }

  private Optional<Token> sequenceLiteral() {
    List<Token> tokens = SqlTokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      if (isSequence(tokens, i)) {
        return Optional.of(tokens.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether the token is the literal in {@code nextval('...')}. */
  static boolean isSequence(List<Token> tokens, int i) {
    return i > 1
        && tokens.get(i).kind() == Kind.STRING
        && tokens.get(i).text().startsWith("'")
        && tokens.get(i - 1).is("(")
        && tokens.get(i - 2).is("nextval");
  }

  static String literal(QualifiedName sequence) {
    return "'" + identifier(sequence).replace("'", "''") + "'";
  }

  static QualifiedName sequence(String literal) {
    String name = literal.substring(1, literal.length() - 1).replace("''", "'");
    List<String> parts = SqlTokens.of(name).stream()
        .filter(Token::isIdentifier)
        .map(Token::identifier)
        .toList();
    return parts.size() == 2
        ? new QualifiedName(parts.get(0), parts.get(1))
        : QualifiedName.of(parts.isEmpty() ? "" : parts.get(0));
  }

  private static boolean isColumn(List<Token> tokens, int i, String column) {
    Token token = tokens.get(i);
    if (!token.isIdentifier() || !token.identifier().equals(column)) {
      return false;
    }
    boolean called =
        i + 1 < tokens.size() && (tokens.get(i + 1).is("(") || tokens.get(i + 1).is("."));
    boolean cast = i > 0 && (tokens.get(i - 1).is("::") || tokens.get(i - 1).is("collate"));
    boolean typed = i + 1 < tokens.size() && tokens.get(i + 1).kind() == Kind.STRING;
    boolean keyword = token.kind() == Kind.WORD && SqlTokens.isReserved(token.text());
    return !called && !cast && !typed && !keyword;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlExpression that
        && (this == that || normalForm().equals(that.normalForm()));
  }

  @Override
  public int hashCode() {
    return normalForm().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
