package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of enum types in SQL literals: {@code 'NEW'}, or {@code '{NEW,"a b"}'} of an array. */
final class EnumLiterals {
  /** Words before a parenthesis that take and give what they are given. */
  private static final Set<String> TRANSPARENT = Set.of(
      "all",
      "and",
      "any",
      "array",
      "between",
      "case",
      "cast",
      "coalesce",
      "else",
      "greatest",
      "in",
      "least",
      "not",
      "nullif",
      "or",
      "some",
      "then",
      "when");

  private EnumLiterals() {}

  /**
   * Whether a literal among the tokens, of an expression about columns of the enum type alone, may
   * be something else than its value: beside a cast, a function, a concatenation.
   */
  static boolean mayBeOthers(List<Token> tokens, QualifiedName type) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean cast = token.is("::") || token.is("as");
      boolean called = token.isIdentifier()
          && tokens.get(i + 1).is("(")
          && !TRANSPARENT.contains(token.identifier());
      boolean typed = token.isIdentifier()
          && i > 0
          && tokens.get(i + 1).kind() == SqlTokens.Kind.STRING
          && !SqlTokens.isReserved(token.text());
      if (called
          || typed
          || token.is("||")
          || (cast && SqlExpression.castEnd(tokens, i, type) < 0)) {
        return true;
      }
    }
    return false;
  }

  /** The literal with one value renamed; as it is where it does not hold the value. */
  static String rename(String literal, String value, String newValue) {
    if (!literal.startsWith("'") || literal.length() < 2) {
      return literal;
    }
    String text = literal.substring(1, literal.length() - 1).replace("''", "'");
    if (text.equals(value)) {
      return quoted(newValue);
    }
    boolean array = text.startsWith("{") && text.endsWith("}");
    List<String> elements = array ? elements(text) : List.of();
    return elements.contains(value)
        ? quoted(elements.stream()
            .map(each -> element(each.equals(value) ? newValue : each))
            .collect(Collectors.joining(",", "{", "}")))
        : literal;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String element(String value) {
    return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Of an array of one dimension (PostgreSQL manual, 8.15.2 Array Value Input). */
  private static List<String> elements(String text) {
    List<String> elements = new ArrayList<>();
    StringBuilder element = new StringBuilder();
    boolean inQuotes = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        element.append(text.charAt(++i));
      } else if (c == '"') {
        inQuotes = !inQuotes;
      } else if (!inQuotes && (c == ',' || c == '}')) {
        elements.add(element.toString());
        element.setLength(0);
      } else {
        element.append(c);
      }
    }
    return elements;
  }
}
