package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What SQL names, whatever that means there.
 *
 * @param words raw identifiers, keywords among them
 * @param selectsAll whether what it does depends on which columns there are in what it selects
 *     from: it has {@code *}, {@code TABLE t} or {@code NATURAL JOIN}
 */
public record SqlNames(Set<String> words, boolean selectsAll) {
  private static final Set<String> BEFORE_STAR =
      Set.of("select", "distinct", "all", ",", ".", "returning");

  /** Where a query may begin, which may be {@code TABLE t}. */
  private static final Set<String> BEFORE_QUERY =
      Set.of("(", "as", "union", "intersect", "except", "all", "distinct", ";", "atomic");

  static SqlNames of(List<Token> sql) {
    Set<String> words = new HashSet<>();
    sql.stream().filter(Token::isIdentifier).forEach(token -> words.add(token.identifier()));
    return new SqlNames(words, selectsAll(sql));
  }

  /** With what the strings say, which may be bodies of functions or statements to be executed. */
  public static SqlNames withStrings(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    SqlNames outer = of(tokens);
    Set<String> words = new HashSet<>(outer.words);
    boolean selectsAll = outer.selectsAll;
    for (String text : strings(tokens)) {
      SqlNames inner = withStrings(text);
      words.addAll(inner.words);
      selectsAll |= inner.selectsAll;
    }
    return new SqlNames(words, selectsAll);
  }

  private static boolean selectsAll(List<Token> sql) {
    for (int i = 0; i < sql.size(); i++) {
      Token token = sql.get(i);
      if ((token.is("*") && isAfter(BEFORE_STAR, sql, i))
          || token.is("natural")
          || (token.is("table") && (i == 0 || isAfter(BEFORE_QUERY, sql, i)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAfter(Set<String> words, List<Token> sql, int index) {
    return index > 0 && words.stream().anyMatch(sql.get(index - 1)::is);
  }

  /** What stands in the quotes; each is shorter than its string. */
  private static List<String> strings(List<Token> sql) {
    List<String> strings = new ArrayList<>();
    for (Token token : sql) {
      if (token.kind() == Kind.STRING) {
        String text = token.text();
        boolean dollar = text.startsWith("$");
        int start = (dollar ? text.indexOf('$', 1) : text.indexOf('\'')) + 1;
        int end = Math.max(start, text.length() - (dollar ? start : 1));
        strings.add(dollar ? text.substring(start, end) : unquoted(text.substring(start, end)));
      }
    }
    return strings;
  }

  private static String unquoted(String text) {
    return text.replace("''", "'");
  }
}
