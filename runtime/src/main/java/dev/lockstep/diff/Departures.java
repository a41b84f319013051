package dev.lockstep.diff;

import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropExpression;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetPartitionSchema;
import dev.lockstep.operation.SetSequenceOwner;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first half of a plan for tables: what goes (what hangs on a thing before the thing, never
 * CASCADE), and the new names of what stays. It works on recorded names; from its end on tables and
 * columns have their declared ones.
 */
final class Departures {
  private final Schema from;
  private final Schema to;
  private final Matching matching;
  private final Map<QualifiedName, Set<String>> removedColumns = new HashMap<>();
  private final Set<QualifiedName> removedTables = new TreeSet<>();
  private List<Operation> operations = new ArrayList<>();

  Departures(Schema from, Schema to, Matching matching) {
    this.from = from;
    this.to = to;
    this.matching = matching;
    matching.removedTables().forEach(table -> removedTables.add(table.name()));
    matching.tables().forEach((table, old) -> {
      if (!matching.isUnchanged(table)) {
        removedColumns.put(old, names(table));
      }
    });
  }

  /** The tables that go, by recorded names and sorted. */
  List<QualifiedName> tables() {
    return List.copyOf(removedTables);
  }

  /** What goes but tables. */
  List<Operation> gone() {
    operations = new ArrayList<>();
    matching.tables().forEach(this::dropExpressions);
    dropForeignKeys();
    from.tables().values().forEach(this::dropWhatHangsOnColumns);
    from.objects(Sequence.class).forEach(this::releaseSequence);
    // Before tables: on the way back their rows may need what the table holds.
    from.tables().values().forEach(this::dropColumns);
    return operations;
  }

  /**
   * The new names of tables and columns.
   *
   * @param without columns that are not there meanwhile, by recorded names
   */
  List<Operation> renames(Set<Member> without) {
    operations = new ArrayList<>();
    renameTables();
    matching.tables().keySet().forEach(table -> renameColumns(table, without));
    return operations;
  }

  private Set<String> names(QualifiedName table) {
    Set<String> names = new HashSet<>();
    matching.removedColumns(table).forEach(column -> names.add(column.name()));
    // A generated column cannot outlive a column that it needs; it comes again with its new
    // expression.
    Map<String, String> kept = matching.columns(table);
    Set<String> freed = new HashSet<>();
    kept.forEach((name, old) -> {
      if (TableDelta.losesExpression(
          from.table(matching.oldName(table)).columns().get(old),
          to.table(table).columns().get(name))) {
        freed.add(old);
      }
    });
    from.table(matching.oldName(table)).columns().stream()
        .filter(column -> !freed.contains(column.name()))
        .filter(column -> column
            .computedOption()
            .filter(computed -> names.stream().anyMatch(computed.expression()::mentions))
            .isPresent())
        .map(Column::name)
        .toList()
        .forEach(names::add);
    return names;
  }

  /** A generated column that becomes a plain one keeps its values. */
  private void dropExpressions(QualifiedName table, QualifiedName old) {
    if (matching.isUnchanged(table)) {
      return;
    }
    matching.columns(table).forEach((name, oldName) -> {
      if (TableDelta.losesExpression(
          from.table(old).columns().get(oldName), to.table(table).columns().get(name))) {
        operations.add(new DropExpression(old, oldName));
      }
    });
  }

  /** A sequence does not go with its column: if it goes, it goes by itself. */
  private void releaseSequence(Sequence sequence) {
    Sequence.Owner owner = sequence.owner();
    if (owner != null
        && (removedTables.contains(owner.table())
            || removedColumns(owner.table()).contains(owner.column()))) {
      operations.add(new SetSequenceOwner(sequence.name(), null));
    }
  }

  private Set<String> removedColumns(QualifiedName table) {
    return removedColumns.getOrDefault(table, Set.of());
  }

  /**
   * Also the keys that need a primary key or unique constraint that goes with one of its columns.
   */
  private void dropForeignKeys() {
    for (Table table : from.tables().values()) {
      for (ForeignKey key : table.foreignKeys().toList()) {
        boolean leaves = removedTables.contains(table.name())
            ? !key.target().equals(table.name())
            : goes(table, key);
        if (leaves) {
          operations.add(new DropConstraint(table.name(), key.name()));
        }
      }
    }
  }

  private boolean goes(Table table, ForeignKey key) {
    return removedTables.contains(key.target())
        || key.columns().stream().anyMatch(removedColumns(table.name())::contains)
        || key.targetColumns().stream().anyMatch(removedColumns(key.target())::contains)
        || losesItsKey(key);
  }

  /** Whether the key that is referenced carries a removed column along (INCLUDE). */
  private boolean losesItsKey(ForeignKey key) {
    Set<String> removed = removedColumns(key.target());
    Set<String> wanted = Set.copyOf(key.targetColumns());
    return !removed.isEmpty()
        && from.table(key.target()).constraints().stream()
            .anyMatch(each -> TableDelta.columnsOf(each).equals(wanted)
                && removed.stream().anyMatch(each::mentions));
  }

  private void dropWhatHangsOnColumns(Table table) {
    Set<String> columns = removedColumns(table.name());
    if (columns.isEmpty()) {
      return;
    }
    for (Constraint constraint : table.constraints()) {
      if (!(constraint instanceof ForeignKey) && columns.stream().anyMatch(constraint::mentions)) {
        operations.add(new DropConstraint(table.name(), constraint.name()));
      }
    }
    table.indexes().stream()
        .filter(index -> columns.stream().anyMatch(index::mentions))
        .forEach(index -> operations.add(new DropIndex(table.name().sibling(index.name()))));
  }

  /** Generated columns first: PostgreSQL keeps a column that one of them needs. */
  private void dropColumns(Table table) {
    Set<String> removed = removedColumns(table.name());
    if (removed.isEmpty()) {
      return;
    }
    List<Column> columns = new ArrayList<>(table.columns().stream()
        .filter(column -> removed.contains(column.name()))
        .toList());
    columns.sort((a, b) -> Boolean.compare(isPlain(a), isPlain(b)));
    columns.forEach(column -> operations.add(new DropColumn(table.name(), column.name())));
  }

  private static boolean isPlain(Column column) {
    return column.computedOption().isEmpty();
  }

  private void renameTables() {
    Map<String, String> renames = new TreeMap<>();
    matching.tables().forEach((table, old) -> renames.put(text(old), text(table)));
    Set<String> present = new HashSet<>();
    matching.tables().values().forEach(old -> present.add(text(old)));
    for (RenameOrder.Step step : RenameOrder.of(renames, present)) {
      renameTable(name(step.from()), name(step.to()), present);
      present.remove(step.from());
      present.add(step.to());
    }
    matching.tables().forEach(this::movePartitions);
  }

  private void movePartitions(QualifiedName table, QualifiedName old) {
    if (!old.schema().equals(table.schema())) {
      from.table(old)
          .partitions()
          .forEach(partition -> operations.add(
              new SetPartitionSchema(old.sibling(partition.name()), table.schema())));
    }
  }

  private void renameTable(QualifiedName old, QualifiedName table, Set<String> present) {
    if (old.schema().equals(table.schema())) {
      operations.add(new RenameTable(old, table.name()));
    } else if (old.name().equals(table.name())) {
      operations.add(new SetTableSchema(old, table.schema()));
    } else if (present.contains(text(old.in(table.schema())))) {
      operations.add(new RenameTable(old, table.name()));
      operations.add(new SetTableSchema(old.sibling(table.name()), table.schema()));
    } else {
      operations.add(new SetTableSchema(old, table.schema()));
      operations.add(new RenameTable(old.in(table.schema()), table.name()));
    }
  }

  /**
   * One text for schema and name; a temporary name has no schema part, so it is in the target
   * schema.
   */
  private static String text(QualifiedName table) {
    return table.schema().isEmpty() ? table.name() : table.schema() + "\0" + table.name();
  }

  private static QualifiedName name(String text) {
    int cut = text.indexOf('\0');
    return cut < 0
        ? QualifiedName.of(text)
        : new QualifiedName(text.substring(0, cut), text.substring(cut + 1));
  }

  private void renameColumns(QualifiedName table, Set<Member> without) {
    if (matching.isUnchanged(table)) {
      return;
    }
    Map<String, String> renames = new TreeMap<>();
    matching.columns(table).forEach((column, old) -> {
      if (!without.contains(new Member(matching.oldName(table), old))) {
        renames.put(old, column);
      }
    });
    for (RenameOrder.Step step : RenameOrder.of(renames, renames.keySet())) {
      operations.add(new RenameColumn(table, step.from(), step.to()));
    }
  }
}
