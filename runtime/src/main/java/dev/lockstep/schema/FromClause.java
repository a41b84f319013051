package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a query selects from: the names after FROM and JOIN, in it and in the queries within it. */
public final class FromClause {
  private static final Set<String> STARTS = Set.of("from", "join", "table", "only", "lateral");
  private static final Set<String> ENDS = Set.of(
      ("select where group order having limit offset window union intersect except on using fetch for"
              + " set values with as returning")
          .split(" "));

  /** Functions with a FROM among their arguments, before which no SELECT stands. */
  private static final Set<String> WITH_FROM = Set.of("extract", "substring", "trim", "overlay");

  private final List<Token> query;
  private final Set<QualifiedName> names = new HashSet<>();
  private final Deque<Boolean> outer = new ArrayDeque<>();
  private boolean expected;
  private boolean inside;

  private FromClause(List<Token> query) {
    this.query = query;
  }

  /** Raw names of tables and views, without their schemas. */
  static Set<String> names(List<Token> query) {
    return relations(query).stream().map(QualifiedName::name).collect(Collectors.toSet());
  }

  /** Tables and views as they are named, with a schema or without; what WITH names is none. */
  public static Set<QualifiedName> relations(List<Token> query) {
    FromClause clause = new FromClause(query);
    for (int i = 0; i < query.size(); i++) {
      clause.read(i);
    }
    Set<QualifiedName> names = clause.names;
    clause.queriesOfWith().forEach(names::remove);
    return names;
  }

  private void read(int at) {
    Token token = query.get(at);
    String word = token.text().toLowerCase(Locale.ROOT);
    if (token.is("(")) {
      outer.push(inside);
    } else if (token.is(")")) {
      inside = !outer.isEmpty() && outer.pop();
      expected = false;
    } else if (token.is(",")) {
      expected = inside;
    } else if (STARTS.contains(word) && token.kind() == SqlTokens.Kind.WORD && !isArgument(at)) {
      inside = true;
      expected = true;
    } else if (ENDS.contains(word)) {
      inside = inside && word.equals("as");
      expected = false;
    } else if (expected && token.isIdentifier()) {
      boolean schema = at + 1 < query.size() && query.get(at + 1).is(".");
      if (!schema) {
        boolean qualified = at > 1 && query.get(at - 1).is(".");
        String namespace = qualified ? query.get(at - 2).identifier() : "";
        names.add(new QualifiedName(namespace, token.identifier()));
        expected = false;
      }
    }
  }

  /** Whether it is the FROM of IS DISTINCT FROM, or of an argument as in {@code extract(...)}. */
  private boolean isArgument(int at) {
    if (!query.get(at).is("from")) {
      return false;
    }
    if (at > 1 && query.get(at - 1).is("distinct") && !query.get(at - 2).is("select")) {
      return true;
    }
    int depth = 0;
    for (int i = at - 1; i > 0; i--) {
      depth += query.get(i).is(")") ? 1 : query.get(i).is("(") ? -1 : 0;
      if (depth == 0 && query.get(i).is("select")) {
        return false;
      }
      if (depth < 0) {
        return WITH_FROM.contains(query.get(i - 1).text().toLowerCase(Locale.ROOT));
      }
    }
    return false;
  }

  /** The names before {@code AS (}, maybe with columns between. */
  private Set<QualifiedName> queriesOfWith() {
    Set<QualifiedName> queries = new HashSet<>();
    for (int i = 1; i + 1 < query.size(); i++) {
      Token before = query.get(i - 1);
      boolean first = before.is("with") || before.is("recursive") || before.is(",");
      if (first && query.get(i).isIdentifier() && isQuery(i + 1)) {
        queries.add(QualifiedName.of(query.get(i).identifier()));
      }
    }
    return queries;
  }

  private boolean isQuery(int from) {
    int at = from;
    if (query.get(at).is("(")) {
      while (at < query.size() && !query.get(at).is(")")) {
        at++;
      }
      at++;
    }
    if (at + 1 >= query.size() || !query.get(at).is("as")) {
      return false;
    }
    at += query.get(at + 1).is("not") ? 2 : 1;
    at += at < query.size() && query.get(at).is("materialized") ? 1 : 0;
    return at < query.size() && query.get(at).is("(");
  }
}
