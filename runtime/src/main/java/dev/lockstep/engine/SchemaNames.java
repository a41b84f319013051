package dev.lockstep.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The schemas of several databases that can be targets, and which of them patterns stand for. */
public final class SchemaNames {
  private final List<SchemaPattern> patterns;
  private final Set<SchemaPattern> unmatched;
  private final Set<String> others = new LinkedHashSet<>();

  public SchemaNames(List<SchemaPattern> patterns) {
    this.patterns = List.copyOf(patterns);
    this.unmatched = new LinkedHashSet<>(patterns);
  }

  /** Raw names of all schemas of a database but PostgreSQL's own, sorted. */
  public static List<String> of(Session session) throws SQLException {
    return session
        .query("SELECT n.nspname FROM pg_catalog.pg_namespace AS n", row -> row.getString(1))
        .stream()
        .filter(name -> !TargetSchema.isReserved(name))
        .sorted()
        .toList();
  }

  /** Those of a database's names that a pattern matches, in the same order. */
  public List<String> matching(List<String> names) {
    List<String> matching = new ArrayList<>();
    for (String name : names) {
      List<SchemaPattern> hits =
          patterns.stream().filter(each -> each.matches(name)).toList();
      hits.forEach(unmatched::remove);
      (hits.isEmpty() ? others : matching).add(name);
    }
    return matching;
  }

  /**
   * To be called after the last database.
   *
   * @throws dev.lockstep.UsageException if a pattern has matched nothing anywhere
   */
  public void requireAllMatched() {
    if (!unmatched.isEmpty()) {
      throw Failures.noSchemaMatches(
          unmatched.stream().map(SchemaPattern::toString).toList(), others);
    }
  }
}
