package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a query selects from: the names after FROM and JOIN, in it and in the queries within it. */
final class FromClause {
  private static final Set<String> STARTS = Set.of("from", "join", "table", "only", "lateral");
  private static final Set<String> ENDS = Set.of(
      ("select where group order having limit offset window union intersect except on using fetch for"
              + " set values with as returning")
          .split(" "));

  private FromClause() {}

  /** Raw names of tables and views, without their schemas. */
  static Set<String> names(List<Token> query) {
    Set<String> names = new HashSet<>();
    Deque<Boolean> outer = new ArrayDeque<>();
    boolean expected = false;
    boolean inside = false;
    for (int i = 0; i < query.size(); i++) {
      Token token = query.get(i);
      String word = token.text().toLowerCase(Locale.ROOT);
      if (token.is("(")) {
        outer.push(inside);
      } else if (token.is(")")) {
        inside = !outer.isEmpty() && outer.pop();
        expected = false;
      } else if (token.is(",")) {
        expected = inside;
      } else if (STARTS.contains(word)) {
        inside = true;
        expected = true;
      } else if (ENDS.contains(word)) {
        inside = inside && word.equals("as");
        expected = false;
      } else if (expected && token.isIdentifier()) {
        boolean schema = i + 1 < query.size() && query.get(i + 1).is(".");
        if (!schema) {
          names.add(token.identifier());
          expected = false;
        }
      }
    }
    return names;
  }
}
