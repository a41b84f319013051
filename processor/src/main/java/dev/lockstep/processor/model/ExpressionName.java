package dev.lockstep.processor.model;

import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What PostgreSQL calls the column of an index that is an expression (PostgreSQL source,
 * parse_target.c: {@code FigureColnameInternal}).
 */
final class ExpressionName {
  private static final ExpressionName NONE = new ExpressionName("", 0);
  private static final Set<String> OPERATOR_WORDS = Set.of(
      "and",
      "or",
      "not",
      "is",
      "isnull",
      "notnull",
      "between",
      "in",
      "like",
      "ilike",
      "similar",
      "overlaps",
      "operator");
  private static final Map<String, String> SYSTEM_TYPES = Map.of(
      "smallint", "int2",
      "integer", "int4",
      "bigint", "int8",
      "boolean", "bool",
      "real", "float4",
      "double precision", "float8",
      "char", "bpchar");

  private final String name;

  /** 0 for no name, 1 for one that a better one replaces, 2 for a good one. */
  private final int strength;

  private ExpressionName(String name, int strength) {
    this.name = name;
    this.strength = strength;
  }

  private static ExpressionName good(String name) {
    return new ExpressionName(name, 2);
  }

  static String of(SqlExpression expression) {
    ExpressionName found = of(SqlTokens.of(expression.text()));
    return found.strength == 0 ? "expr" : found.name;
  }

  private static ExpressionName of(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return NONE;
    }
    if (tokens.get(0).is("(") && closing(tokens, 0) == tokens.size() - 1) {
      return of(tokens.subList(1, tokens.size() - 1));
    }
    if (last(tokens, token -> token.is(",")) >= 0) {
      return good("row");
    }
    if (last(tokens, ExpressionName::isOperator) >= 0) {
      return NONE;
    }
    if (last(tokens, token -> token.is("at")) >= 0) {
      return good("timezone");
    }
    int collate = last(tokens, token -> token.is("collate"));
    return collate >= 0 ? of(tokens.subList(0, collate)) : ofCast(tokens);
  }

  private static ExpressionName ofCast(List<Token> tokens) {
    int cast = last(tokens, token -> token.is("::"));
    if (cast >= 0) {
      return cast(tokens.subList(0, cast), tokens.subList(cast + 1, tokens.size()));
    }
    Token end = tokens.get(tokens.size() - 1);
    if (end.kind() == Kind.STRING || end.kind() == Kind.NUMBER) {
      return tokens.size() == 1 ? NONE : cast(List.of(), tokens.subList(0, tokens.size() - 1));
    }
    if (tokens.get(0).is("case") && end.is("end")) {
      return ofCase(tokens.subList(1, tokens.size() - 1));
    }
    int open = opening(tokens);
    if (end.is("]")) {
      boolean constructor = open == 1 && tokens.get(0).is("array");
      return constructor ? good("array") : of(tokens.subList(0, Math.max(open, 0)));
    }
    return end.is(")") && open > 0
        ? ofCall(tokens.get(open - 1), tokens.subList(open + 1, tokens.size() - 1))
        : ofWord(end);
  }

  private static ExpressionName cast(List<Token> value, List<Token> type) {
    ExpressionName inner = of(value);
    return inner.strength > 1 ? inner : new ExpressionName(typeName(type), 1);
  }

  private static String typeName(List<Token> type) {
    StringBuilder text = new StringBuilder();
    type.forEach(token -> text.append(token.text()).append(' '));
    try {
      String canonical = SqlType.parse(text.toString()).name();
      return SYSTEM_TYPES.getOrDefault(canonical, canonical);
    } catch (IllegalArgumentException e) {
      return type.isEmpty() ? "expr" : type.get(0).identifier();
    }
  }

  private static ExpressionName ofCase(List<Token> branches) {
    int otherwise = last(branches, token -> token.is("else"));
    ExpressionName inner =
        otherwise < 0 ? NONE : of(branches.subList(otherwise + 1, branches.size()));
    return inner.strength > 1 ? inner : new ExpressionName("case", 1);
  }

  private static ExpressionName ofCall(Token function, List<Token> arguments) {
    if (function.is("cast")) {
      int as = Math.max(0, last(arguments, token -> token.is("as")));
      return cast(
          arguments.subList(0, as),
          arguments.subList(Math.min(as + 1, arguments.size()), arguments.size()));
    }
    if (function.is("trim")) {
      boolean oneSide = !arguments.isEmpty()
          && (arguments.get(0).is("leading") || arguments.get(0).is("trailing"));
      return good(!oneSide ? "btrim" : arguments.get(0).is("leading") ? "ltrim" : "rtrim");
    }
    return good(function.identifier());
  }

  private static ExpressionName ofWord(Token word) {
    if (word.is("true") || word.is("false")) {
      return new ExpressionName("bool", 1);
    }
    boolean identifier = word.kind() == Kind.WORD || word.kind() == Kind.QUOTED;
    return identifier && !word.is("null") ? good(word.identifier()) : NONE;
  }

  private static boolean isOperator(Token token) {
    if (token.kind() == Kind.WORD) {
      return OPERATOR_WORDS.contains(token.text().toLowerCase(Locale.ROOT));
    }
    return token.kind() == Kind.SYMBOL
        && !Set.of("::", ".", "(", ")", "[", "]", ",").contains(token.text());
  }

  /** Index of the last such token outside all brackets and CASE; -1 if there is none. */
  private static int last(List<Token> tokens, Predicate<Token> wanted) {
    int depth = 0;
    int found = -1;
    for (int i = 0; i < tokens.size(); i++) {
      depth -= closes(tokens.get(i)) ? 1 : 0;
      found = depth == 0 && wanted.test(tokens.get(i)) ? i : found;
      depth += opens(tokens.get(i)) ? 1 : 0;
    }
    return found;
  }

  /** Index of the bracket that closes the one at {@code open}. */
  private static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += opens(tokens.get(i)) ? 1 : closes(tokens.get(i)) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the bracket that the last token closes; -1 if there is none. */
  private static int opening(List<Token> tokens) {
    int depth = 0;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      depth += closes(tokens.get(i)) ? 1 : opens(tokens.get(i)) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean opens(Token token) {
    return token.is("(") || token.is("[") || token.is("case");
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("]") || token.is("end");
  }
}
