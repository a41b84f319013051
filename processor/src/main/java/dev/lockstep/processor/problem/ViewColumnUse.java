package dev.lockstep.processor.problem;

import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlTokens.Kind;
import dev.lockstep.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where a query of one table, without joins and queries within it, names a column of that table
 * beyond doubt.
 */
final class ViewColumnUse {
  private static final Set<String> BEFORE =
      Set.of("select distinct , ( and or where by not = <> < > <= >= || + - * /".split(" "));
  private static final Set<String> BEHIND =
      Set.of(", ) from = <> < > <= >= and or as is in like between order asc desc || + - * / ::"
          .split(" "));
  private static final Set<String> BEHIND_TABLE =
      Set.of("where", "order", "group", "having", "limit", "offset", "fetch");
  private static final Set<String> ELSEWHERE =
      Set.of("with", "union", "intersect", "except", "window", "join", "lateral");

  private final String sql;
  private final List<Token> query;
  private final int from;
  private final String source;
  private final List<Integer> uses;

  private ViewColumnUse(
      String sql, List<Token> query, int from, int behindFrom, String source, String column) {
    this.sql = sql;
    this.query = query;
    this.from = from;
    this.source = source;
    this.uses = IntStream.range(0, query.size())
        .filter(i -> i < from || i >= behindFrom)
        .filter(i -> query.get(i).isIdentifier() && query.get(i).identifier().equals(column))
        .boxed()
        .toList();
  }

  /** The uses; empty where the query is another, or one word may mean something else. */
  static Optional<ViewColumnUse> of(String sql, String column) {
    List<Token> query = SqlTokens.of(sql);
    boolean simple = count(query, "select") == 1
        && count(query, "from") == 1
        && query.stream().noneMatch(token -> isOneOf(token, ELSEWHERE));
    int from = IntStream.range(0, query.size())
        .filter(i -> query.get(i).is("from"))
        .findFirst()
        .orElse(-1);
    if (!simple || depth(query, from) != 0) {
      return Optional.empty();
    }
    int at = from + 1;
    at += is(query, at + 1, ".") ? 2 : 0;
    int name = at++;
    at += is(query, at, "as") ? 1 : 0;
    boolean alias =
        at < query.size() && query.get(at).isIdentifier() && !isOneOf(query.get(at), BEHIND_TABLE);
    int source = alias ? at++ : name;
    boolean alone =
        at == query.size() || (at < query.size() && isOneOf(query.get(at), BEHIND_TABLE));
    if (!alone || !query.get(source).isIdentifier()) {
      return Optional.empty();
    }
    ViewColumnUse use =
        new ViewColumnUse(sql, query, from, at, query.get(source).identifier(), column);
    return Optional.of(use)
        .filter(found -> !found.uses.isEmpty() && found.uses.stream().allMatch(found::isCertain));
  }

  private static long count(List<Token> query, String word) {
    return query.stream().filter(token -> token.is(word)).count();
  }

  private static int depth(List<Token> query, int end) {
    return query.subList(0, Math.max(0, end)).stream()
        .mapToInt(token -> token.is("(") ? 1 : token.is(")") ? -1 : 0)
        .sum();
  }

  private static boolean is(List<Token> query, int at, String word) {
    return at >= 0 && at < query.size() && query.get(at).is(word);
  }

  private static boolean isOneOf(Token token, Set<String> words) {
    return token.kind() != Kind.QUOTED
        && token.kind() != Kind.STRING
        && words.contains(token.text().toLowerCase(Locale.ROOT));
  }

  private boolean isQualified(int at) {
    return is(query, at - 1, ".");
  }

  private boolean isCertain(int at) {
    boolean ends = at + 1 == query.size() || isOneOf(query.get(at + 1), BEHIND);
    if (isQualified(at)) {
      return ends
          && at > 1
          && query.get(at - 2).identifier().equals(source)
          && !is(query, at - 3, ".");
    }
    Token token = query.get(at);
    boolean name =
        token.kind() == Kind.QUOTED || !SqlTokens.identifier(token.identifier()).startsWith("\"");
    boolean window = is(query, at - 1, "(") && is(query, at - 2, "over");
    return name && ends && at > 0 && isOneOf(query.get(at - 1), BEFORE) && !window;
  }

  /** Whether it is a column of the result, without more. */
  private boolean isResult(int at) {
    int start = isQualified(at) ? at - 2 : at;
    return at < from
        && depth(query, at) == 0
        && (is(query, start - 1, "select") || is(query, start - 1, ","))
        && (is(query, at + 1, ",") || at + 1 == from);
  }

  /** The query by the column's new name; what it is called in the result stays. */
  String renamed(String name) {
    StringBuilder text = new StringBuilder(sql);
    for (int i = uses.size() - 1; i >= 0; i--) {
      Token token = query.get(uses.get(i));
      String result = isResult(uses.get(i)) ? " AS " + token.text() : "";
      text.replace(token.start(), token.end(), SqlTokens.identifier(name) + result);
    }
    return text.toString();
  }

  /** The query without the column, if that is one of several of the result and no more. */
  Optional<String> without() {
    if (!uses.stream().allMatch(this::isResult)) {
      return Optional.empty();
    }
    List<Integer> starts = new ArrayList<>();
    uses.forEach(at -> starts.add(isQualified(at) ? at - 2 : at));
    StringBuilder text = new StringBuilder(sql);
    for (int i = uses.size() - 1; i >= 0; i--) {
      int start = starts.get(i);
      int end = uses.get(i);
      if (is(query, end + 1, ",")) {
        text.delete(query.get(start).start(), query.get(end + 2).start());
      } else if (is(query, start - 1, ",") && uses.size() == 1) {
        text.delete(query.get(start - 1).start(), query.get(end).end());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(text.toString());
  }
}
