package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.Member;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.SqlObjectDrift;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlNames;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlStatement;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where mending begins and where it can lead to: the found and the expected schema, as far as
 * statements lead from the one to the other.
 */
final class MendGoal {
  private final List<Difference> differences;
  private final List<Operation> first = new ArrayList<>();
  private final Map<Member, SqlExpression> using = new HashMap<>();
  private final Map<ObjectKey, Integer> makers = new HashMap<>();
  private final Map<Integer, List<String>> then = new HashMap<>();
  private final Schema expected;
  private final Unmendable unmendable;
  private Schema found;
  private Schema from;
  private Schema to;

  /**
   * For a report.
   *
   * @param expected in the words of the server
   * @param ours likewise; what of it is ours
   * @param all the same with what is not ours
   * @param differences between them; those of the SQL objects last
   * @param objects what these are
   */
  MendGoal(
      Schema expected,
      Schema ours,
      Schema all,
      List<Difference> differences,
      List<SqlObjectDrift> objects) {
    this.expected = expected;
    this.differences = differences;
    this.unmendable = new Unmendable(expected, ours, all);
    Set<QualifiedName> missing = missing(expected, ours);
    SqlObjectParts parts = new SqlObjectParts(
        expected, object -> concerns(object, objects) || watches(object, missing));
    this.from = parts.in(ours);
    this.to = parts.in(unmendable.reachable());
    to.objects(SqlObject.class)
        .filter(part -> watches(part, missing))
        .forEach(part -> from = from.withoutObject(part.key()));
    for (int i = 0; i < objects.size(); i++) {
      guard(objects.get(i), differences.size() - objects.size() + i);
    }
    this.found = from;
    from.tables().values().forEach(this::free);
    from.tables().values().forEach(this::convert);
  }

  /** What is there. */
  Schema found() {
    return found;
  }

  /** The same when {@link #first} is done. */
  Schema from() {
    return from;
  }

  Schema to() {
    return to;
  }

  Schema expected() {
    return expected;
  }

  List<Difference> differences() {
    return differences;
  }

  /** What goes before anything is compared: foreign keys to tables that are not ours. */
  List<Operation> first() {
    return first;
  }

  DiffHints hints() {
    return new DiffHints(Map.of(), Map.of(), using, Map.of(), Set.of());
  }

  /** The SQL objects of {@link #from} and {@link #to} that make what a difference is about. */
  Map<ObjectKey, Integer> makers() {
    return makers;
  }

  /** Statements that come after all others, by difference. */
  Map<Integer, List<String>> then() {
    return then;
  }

  /** Why nothing leads from the one to the other, by what the differences are about. */
  Map<String, String> reasons() {
    return unmendable.reasons();
  }

  private static Set<QualifiedName> missing(Schema expected, Schema found) {
    Set<QualifiedName> missing = new HashSet<>(expected.tables().keySet());
    missing.removeAll(found.tables().keySet());
    expected.objects().keySet().stream()
        .filter(key -> key.kind().isView() && found.find(key).isEmpty())
        .forEach(key -> missing.add(key.name()));
    return missing;
  }

  private static boolean concerns(SqlObject object, List<SqlObjectDrift> drifts) {
    return drifts.stream().anyMatch(drift -> object.equals(drift.before()));
  }

  /** Whether it makes a trigger or the like of a table that is gone, which are gone with it. */
  private static boolean watches(SqlObject object, Set<QualifiedName> missing) {
    if (MendText.isGrant(object)) {
      Set<String> words = SqlNames.withStrings(object.create()).words();
      return missing.stream().anyMatch(each -> words.contains(each.name()));
    }
    return SqlStatement.of(object.create()).stream()
        .flatMap(statement -> statement.table().stream())
        .anyMatch(table -> missing.stream()
            .anyMatch(each -> each.name().equals(table.name())
                && (each.schema().equals(table.schema())
                    || each.schema().isEmpty()
                    || table.schema().isEmpty())));
  }

  private void guard(SqlObjectDrift drift, int difference) {
    if (!drift.then().isEmpty()) {
      then.put(difference, drift.then());
    }
    SqlObject found = drift.after();
    if (drift.before() == null && found != null && drift.then().isEmpty()) {
      from = from.withObject(found);
      makers.put(found.key(), difference);
    }
    if (!drift.statement().isEmpty()) {
      to.objects(SqlObject.class)
          .filter(part -> makes(part, drift.statement()))
          .toList()
          .forEach(part -> {
            from = found == null
                ? from.withoutObject(part.key())
                : from.withObject(
                    new SqlObject(part.name(), found.create(), part.drop(), part.needs()));
            makers.put(part.key(), difference);
          });
    }
  }

  private static boolean makes(SqlObject object, String statement) {
    return SqlStatement.of(object.create()).stream()
        .anyMatch(each -> each.text().equals(statement));
  }

  private void free(Table table) {
    for (ForeignKey key : table.foreignKeys().toList()) {
      if (from.find(key.target()).isEmpty()) {
        first.add(new DropConstraint(table.name(), key.name()));
        from = from.withTable(from.table(table.name())
            .withConstraints(from.table(table.name()).constraints().without(key.name())));
      }
    }
  }

  private void convert(Table table) {
    to.find(table.name()).ifPresent(after -> {
      for (Column column : table.columns()) {
        after
            .columns()
            .find(column.name())
            .flatMap(wanted -> Unmendable.using(column, wanted))
            .ifPresent(value -> using.put(new Member(table.name(), column.name()), value));
      }
    });
  }
}
