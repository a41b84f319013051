package dev.lockstep.schema;

import dev.lockstep.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a CREATE statement says it creates.
 *
 * @param kind in lower case: {@code function}, {@code trigger}, ...
 * @param table the table after {@code ON}, of a trigger, policy or rule; empty names for others
 */
public record SqlHeader(String kind, QualifiedName name, QualifiedName table) {
  private static final Set<String> NAMED_ELSEWHERE =
      Set.of("function", "procedure", "aggregate", "domain", "type", "collation", "view", "table");
  private static final Set<String> ON_TABLE = Set.of("trigger", "policy", "rule");
  private static final Set<String> ADJECTIVES =
      Set.of("or", "replace", "constraint", "unlogged", "materialized", "if", "not", "exists");

  /** Of the first statement; empty if it is no CREATE of one of those kinds. */
  public static Optional<SqlHeader> of(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    if (tokens.isEmpty() || !tokens.get(0).is("create")) {
      return Optional.empty();
    }
    int at = skip(tokens, 1);
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    String kind = tokens.get(at).text().toLowerCase(Locale.ROOT);
    if (!NAMED_ELSEWHERE.contains(kind) && !ON_TABLE.contains(kind)) {
      return Optional.empty();
    }
    int name = skip(tokens, at + 1);
    return name(tokens, name)
        .map(found -> new SqlHeader(
            kind, found, ON_TABLE.contains(kind) ? table(tokens, name) : QualifiedName.of("")));
  }

  private static int skip(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size()
        && ADJECTIVES.contains(tokens.get(at).text().toLowerCase(Locale.ROOT))) {
      at++;
    }
    return at;
  }

  private static Optional<QualifiedName> name(List<Token> tokens, int at) {
    if (at >= tokens.size() || !tokens.get(at).isIdentifier()) {
      return Optional.empty();
    }
    boolean qualified = at + 2 < tokens.size()
        && tokens.get(at + 1).is(".")
        && tokens.get(at + 2).isIdentifier();
    return Optional.of(
        qualified
            ? new QualifiedName(tokens.get(at).identifier(), tokens.get(at + 2).identifier())
            : QualifiedName.of(tokens.get(at).identifier()));
  }

  private static QualifiedName table(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is("on")) {
        return name(tokens, i + 1).orElse(QualifiedName.of(""));
      }
    }
    return QualifiedName.of("");
  }

  /** Whether other SQL can depend on it by its name. */
  public boolean isNamedElsewhere() {
    return NAMED_ELSEWHERE.contains(kind);
  }
}
