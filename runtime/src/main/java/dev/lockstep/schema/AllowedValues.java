package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.stream.Stream;

/**
 * The values that a check lists, as an enum kept as text has it: {@code status IN ('NEW', 'PAID')},
 * or {@code statuses <@ ARRAY['NEW', 'PAID']::text[]} for an array of them.
 */
public final class AllowedValues {
  private AllowedValues() {}

  /** The literals in their order, as SQL text; empty for a check of any other form. */
  public static List<String> of(Check check) {
    List<Token> tokens = SqlTokens.of(check.expression().text());
    int open = open(tokens);
    int close = open < 0 ? -1 : closing(tokens, open);
    if (close < 0 || !isEnd(tokens.subList(close + 1, tokens.size()))) {
      return List.of();
    }
    List<Token> list = tokens.subList(open + 1, close);
    boolean literals = Stream.iterate(0, i -> i < list.size(), i -> i + 1)
        .allMatch(i -> i % 2 == 0 ? isLiteral(list.get(i)) : list.get(i).is(","));
    return literals
        ? list.stream().filter(AllowedValues::isLiteral).map(Token::text).toList()
        : List.of();
  }

  /** Whether the check lists values of that column. */
  public static boolean areOf(Check check, String column) {
    List<Token> tokens = SqlTokens.of(check.expression().text());
    return !of(check).isEmpty() && tokens.get(0).identifier().equals(column);
  }

  private static int open(List<Token> tokens) {
    boolean column = tokens.size() > 4 && tokens.get(0).isIdentifier();
    if (column && tokens.get(1).is("in") && tokens.get(2).is("(")) {
      return 2;
    }
    return column
            && tokens.get(1).is("<@")
            && tokens.get(2).is("array")
            && tokens.get(3).is("[")
        ? 3
        : -1;
  }

  private static int closing(List<Token> tokens, int open) {
    String bracket = tokens.get(open).is("(") ? ")" : "]";
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is(bracket)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEnd(List<Token> rest) {
    return rest.isEmpty() || rest.get(0).is("::");
  }

  private static boolean isLiteral(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER;
  }
}
