package dev.lockstep.postgres;

import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names, texts and expressions as they stand in SQL, whatever they hold. */
final class SqlText {
  /** The raw names of collations that an operating system gives, such as {@code en_US.utf8}. */
  private static final Pattern LOCALE =
      Pattern.compile("(C|POSIX|[a-z]{2,3}_[A-Z]{2}([_@].*)?)\\..*");

  /**
   * Words that cannot stand in a DEFAULT clause outside parentheses ({@code b_expr} of PostgreSQL's
   * grammar).
   */
  private static final Set<String> NEED_PARENTHESES = Set.of(
      "and",
      "or",
      "not",
      "is",
      "isnull",
      "notnull",
      "in",
      "like",
      "ilike",
      "similar",
      "between",
      "at",
      "collate",
      "overlaps",
      "any",
      "some",
      "all",
      "operator");

  private SqlText() {}

  /** A CREATE statement as CREATE OR REPLACE. */
  static String orReplace(String create) {
    List<Token> tokens = SqlTokens.of(create);
    boolean replaces =
        tokens.size() > 2 && tokens.get(1).is("or") && tokens.get(2).is("replace");
    int end = tokens.get(0).end();
    return replaces ? create : create.substring(0, end) + " OR REPLACE" + create.substring(end);
  }

  static String quote(String rawName) {
    return Quotes.name(rawName);
  }

  static String quote(String rawSchema, String rawName) {
    return Quotes.name(rawSchema, rawName);
  }

  /** {@code ("a", "b")}. */
  static String columns(List<String> rawNames) {
    return rawNames.stream().map(SqlText::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  /** {@code 'it''s'}. */
  static String literal(String text) {
    return Quotes.text(text);
  }

  /**
   * The value of a storage parameter or of an option of an operator class: {@code 70},
   * {@code 'on'}.
   */
  static String parameterValue(String value) {
    return value.matches("-?[0-9]+(\\.[0-9]+)?") ? value : literal(value);
  }

  /** The expression in parentheses, on which a comment at its end must not close. */
  static String enclosed(SqlExpression expression) {
    return "(" + closed(expression) + ")";
  }

  /** The expression as a DEFAULT clause takes it: in parentheses only where it needs them. */
  static String defaultValue(SqlExpression expression) {
    int depth = 0;
    for (Token token : SqlTokens.of(expression.text())) {
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
      if (depth == 0
          && token.kind() == Kind.WORD
          && NEED_PARENTHESES.contains(token.text().toLowerCase(Locale.ROOT))) {
        return enclosed(expression);
      }
    }
    return closed(expression);
  }

  /** The expression so that other SQL may follow on the same line. */
  static String closed(SqlExpression expression) {
    return expression.text().contains("--") ? expression.text() + "\n" : expression.text();
  }

  /**
   * A collation: a raw name ({@code C}, {@code de-x-icu}, {@code en_US.utf8}), raw schema and name
   * ({@code app.german}), or SQL with quotes ({@code "app"."German"}).
   */
  static String collation(String name) {
    if (name.indexOf('"') >= 0) {
      return path(SqlTokens.of(name));
    }
    int dot = LOCALE.matcher(name).matches() ? -1 : name.indexOf('.');
    return dot < 0 ? quote(name) : quote(name.substring(0, dot), name.substring(dot + 1));
  }

  /**
   * The text that {@link #collation} takes for that collation: its raw name where that is enough.
   */
  static String collationName(String rawSchema, String rawName) {
    String sql = quote(rawSchema, rawName);
    return collation(rawName).equals(sql) ? rawName : sql;
  }

  /**
   * An operator class, given as SQL: {@code text_pattern_ops},
   * {@code public.gist_trgm_ops(siglen=32)}.
   */
  static String operatorClass(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    int options = 0;
    while (options < tokens.size() && !tokens.get(options).is("(")) {
      options++;
    }
    String name = path(tokens.subList(0, options));
    return options == tokens.size()
        ? name
        : name + " " + sql.substring(tokens.get(options).start());
  }

  private static String path(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> !token.is("."))
        .map(token -> quote(token.identifier()))
        .collect(Collectors.joining("."));
  }
}
