package dev.lockstep.diff;

import dev.lockstep.operation.DropColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the values read that rows get on the way, by {@code backfill} and {@code using}: it comes
 * and changes before, unless a value is to be read as it was, and goes after.
 */
final class ReadValues {
  private final Schema from;
  private final Schema to;
  private final Matching matching;
  private final DiffHints hints;

  /** Those of columns that change, by the new name of their table. */
  private final Map<QualifiedName, List<SqlExpression>> values = new TreeMap<>();

  /**
   * The values of a plan.
   *
   * @param hints in which renamed columns have their new names
   */
  ReadValues(Schema from, Schema to, Matching matching, DiffHints hints) {
    this.from = from;
    this.to = to;
    this.matching = matching;
    this.hints = hints;
    if (!hints.backfill().isEmpty() || !hints.using().isEmpty()) {
      matching.tables().keySet().forEach(this::addValues);
    }
  }

  private void addValues(QualifiedName table) {
    if (matching.isUnchanged(table)) {
      return;
    }
    Map<String, String> kept = matching.columns(table);
    List<SqlExpression> found = new ArrayList<>();
    for (Column column : to.table(table).columns()) {
      String old = kept.get(column.name());
      Column before =
          old == null ? null : from.table(matching.oldName(table)).columns().get(old);
      Member member = new Member(table, column.name());
      SqlExpression backfill = hints.backfill().get(member);
      if (backfill != null && (before == null || (before.nullable() && !column.nullable()))) {
        found.add(backfill);
      }
      SqlExpression using = hints.using().get(member);
      if (using != null && before != null && !before.type().equals(column.type())) {
        found.add(using);
      }
    }
    if (!found.isEmpty()) {
      values.put(table, found);
    }
  }

  /** The hints with the new names of columns where a value says the old ones. */
  static DiffHints inNewNames(DiffHints hints, Schema to, Matching matching) {
    if (hints.renamedColumns().isEmpty()) {
      return hints;
    }
    return hints.withValues(
        inNewNames(hints.using(), to, matching), inNewNames(hints.backfill(), to, matching));
  }

  private static Map<Member, SqlExpression> inNewNames(
      Map<Member, SqlExpression> values, Schema to, Matching matching) {
    Map<Member, SqlExpression> renamed = new HashMap<>(values);
    renamed.replaceAll((member, value) -> {
      SqlExpression now = value;
      if (matching.tables().containsKey(member.table())) {
        for (Map.Entry<String, String> each : matching.columns(member.table()).entrySet()) {
          // A name that is used again means what has it now.
          if (!to.table(member.table()).columns().contains(each.getValue())) {
            now = now.renameColumn(each.getValue(), each.getKey());
          }
        }
      }
      return now;
    });
    return renamed;
  }

  /** Those of the drops that come when the rows have their values, in the same order. */
  List<DropColumn> lastDrops(List<DropColumn> drops) {
    Set<DropColumn> last = new HashSet<>();
    for (DropColumn drop : drops) {
      if (isRead(drop)) {
        last.add(drop);
        last.addAll(basesOf(drop, drops));
      }
    }
    return drops.stream().filter(last::contains).toList();
  }

  private boolean isRead(DropColumn drop) {
    return !isTaken(drop)
        && values.entrySet().stream()
            .anyMatch(entry -> matching.oldName(entry.getKey()).equals(drop.table())
                ? entry.getValue().stream().anyMatch(value -> value.mentions(drop.column()))
                : entry.getValue().stream()
                    .anyMatch(
                        value -> value.names(drop.table().name()) && value.names(drop.column())));
  }

  /** Whether another column gets the name. */
  private boolean isTaken(DropColumn drop) {
    return to.table(matching.newName(drop.table())).columns().contains(drop.column());
  }

  /** A generated column goes before those that it is computed from. */
  private List<DropColumn> basesOf(DropColumn drop, List<DropColumn> drops) {
    return from.table(drop.table())
        .columns()
        .get(drop.column())
        .computedOption()
        .map(computed -> drops.stream()
            .filter(other -> other.table().equals(drop.table())
                && computed.expression().mentions(other.column()))
            .toList())
        .orElse(List.of());
  }

  /** Those of the tables that go when the rows have their values, in the same order. */
  List<QualifiedName> lastTables(List<QualifiedName> tables) {
    return tables.stream()
        .filter(table -> !isTaken(table)
            && values.values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> value.names(table.name())))
        .toList();
  }

  private boolean isTaken(QualifiedName table) {
    return to.find(table).isPresent()
        || to.objects().keySet().stream().anyMatch(object -> object.name().equals(table));
  }

  /** The tables, each after those that its values read. */
  List<TableDelta> order(List<TableDelta> tables) {
    return sorted(
        tables,
        table -> tables.stream()
            .filter(other -> values.getOrDefault(table.to.name(), List.of()).stream()
                .anyMatch(value -> value.names(other.to.name().name())))
            .toList());
  }

  /**
   * The columns that come or change, each after those that its backfill or its own expression
   * reads, and before those that its conversion reads.
   */
  List<String> order(QualifiedName table, List<String> columns) {
    return values.containsKey(table)
        ? sorted(
            columns,
            column ->
                columns.stream().filter(other -> needs(table, column, other)).toList())
        : columns;
  }

  private boolean needs(QualifiedName table, String column, String other) {
    return reads(hints.backfill(), table, column, other)
        || reads(hints.using(), table, other, column)
        || to.table(table)
            .columns()
            .get(column)
            .computedOption()
            .filter(computed -> computed.expression().mentions(other))
            .isPresent();
  }

  private static boolean reads(
      Map<Member, SqlExpression> hints, QualifiedName table, String column, String other) {
    SqlExpression value = hints.get(new Member(table, column));
    return value != null && value.mentions(other);
  }

  /** What comes before each of the things. */
  private interface Needs<T> {
    List<T> of(T thing);
  }

  /** As they are, but each after what it needs; in a circle one begins. */
  private static <T> List<T> sorted(List<T> things, Needs<T> needs) {
    Set<T> sorted = new LinkedHashSet<>();
    Set<T> begun = new HashSet<>();
    things.forEach(thing -> add(thing, needs, sorted, begun));
    return List.copyOf(sorted);
  }

  private static <T> void add(T thing, Needs<T> needs, Set<T> sorted, Set<T> begun) {
    if (begun.add(thing)) {
      needs.of(thing).forEach(needed -> add(needed, needs, sorted, begun));
      sorted.add(thing);
    }
  }
}
