package dev.lockstep.diff;

import dev.lockstep.diff.Change.Aspect;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists what differs as a person sees it: what merely has to be made anew on the way is no change.
 */
final class Changes {
  private final Schema from;
  private final Schema renamed;
  private final Schema to;
  private final Matching matching;
  private final List<Change> changes = new ArrayList<>();

  private Changes(Schema from, Schema renamed, Schema to, Matching matching) {
    this.from = from;
    this.renamed = renamed;
    this.to = to;
    this.matching = matching;
  }

  /**
   * The changes, by table, then columns, constraints and indexes.
   *
   * @param renamed what of {@code from} stays, under its new names
   */
  static List<Change> between(Schema from, Schema renamed, Schema to, Matching matching) {
    return new Changes(from, renamed, to, matching).list();
  }

  private List<Change> list() {
    to.namespaces().stream()
        .filter(namespace -> !from.namespaces().contains(namespace))
        .forEach(namespace -> changes.add(new Change.NamespaceAdded(namespace)));
    to.tables().values().forEach(this::table);
    matching.removedTables().forEach(table -> changes.add(new Change.TableRemoved(table)));
    from.namespaces().stream()
        .filter(namespace -> !to.namespaces().contains(namespace))
        .forEach(namespace -> changes.add(new Change.NamespaceRemoved(namespace)));
    return changes;
  }

  private void table(Table table) {
    QualifiedName name = table.name();
    if (!matching.tables().containsKey(name)) {
      changes.add(new Change.TableAdded(table));
      return;
    }
    QualifiedName old = matching.oldName(name);
    Table recorded = from.table(old);
    if (matching.isUnchanged(name) && renamed.table(name).equals(table)) {
      return;
    }
    if (!old.equals(name)) {
      changes.add(new Change.TableRenamed(old, name));
    }
    if (!recorded.comment().equals(table.comment())) {
      changes.add(new Change.TableCommentChanged(name, recorded.comment(), table.comment()));
    }
    storage(table, recorded);
    columns(table, recorded);
    constraints(
        name,
        ListDiff.of(renamed.table(name).constraints(), table.constraints(), Constraint::sameBut));
    indexes(name, ListDiff.of(renamed.table(name).indexes(), table.indexes(), Index::sameBut));
  }

  private void storage(Table table, Table recorded) {
    QualifiedName name = table.name();
    Table before = renamed.find(name).orElse(recorded);
    if (!isPartitionedAlike(before.partitioning(), table.partitioning())) {
      changes.add(
          new Change.PartitioningChanged(name, before.partitioning(), table.partitioning()));
    }
    ListDiff<Partition> diff = ListDiff.of(
        before.partitions(), table.partitions(), (a, b) -> a.values().equals(b.values()));
    diff.added().forEach(each -> changes.add(new Change.PartitionAdded(name, each)));
    diff.removed().forEach(each -> changes.add(new Change.PartitionRemoved(name, each)));
    diff.changed()
        .forEach(each -> changes.add(new Change.PartitionChanged(name, each.from(), each.to())));
    diff.renamed()
        .forEach(each -> changes.add(new Change.PartitionChanged(name, each.from(), each.to())));
    if (!recorded.options().equals(table.options())) {
      changes.add(new Change.TableOptionsChanged(name, recorded.options(), table.options()));
    }
  }

  private static boolean isPartitionedAlike(
      @Nullable Partitioning before, @Nullable Partitioning after) {
    if (before == null || after == null) {
      return before == null && after == null;
    }
    return before.sameKeys(after);
  }

  private void columns(Table table, Table recorded) {
    Map<String, String> kept = matching.columns(table.name());
    for (Column column : table.columns()) {
      String old = kept.get(column.name());
      if (old == null) {
        changes.add(new Change.ColumnAdded(table.name(), column));
        continue;
      }
      if (!old.equals(column.name())) {
        changes.add(new Change.ColumnRenamed(table.name(), old, column.name()));
      }
      Column was = recorded.columns().get(old);
      Column before = renamed
          .table(table.name())
          .columns()
          .find(column.name())
          .orElse(was.withName(column.name()));
      // Its expression is dropped before anything else, but that is the change.
      boolean freed = TableDelta.losesExpression(was, column);
      aspects(table.name(), freed ? before.withValue(was.value()) : before, column);
    }
    matching
        .removedColumns(table.name())
        .forEach(column -> changes.add(new Change.ColumnRemoved(table.name(), column)));
  }

  private void aspects(QualifiedName table, Column before, Column after) {
    aspect(table, before, after, Aspect.TYPE, before.type(), after.type());
    aspect(table, before, after, Aspect.COLLATION, before.collation(), after.collation());
    aspect(table, before, after, Aspect.NULLABILITY, before.nullable(), after.nullable());
    aspect(
        table,
        before,
        after,
        Aspect.DEFAULT,
        before.defaultExpression(),
        after.defaultExpression());
    aspect(table, before, after, Aspect.IDENTITY, before.identityOption(), after.identityOption());
    aspect(table, before, after, Aspect.COMPUTED, before.computedOption(), after.computedOption());
    aspect(table, before, after, Aspect.COMMENT, before.comment(), after.comment());
    ColumnOptions old = before.options();
    ColumnOptions now = after.options();
    aspect(table, before, after, Aspect.STORAGE, old.storage(), now.storage());
    aspect(table, before, after, Aspect.COMPRESSION, old.compression(), now.compression());
    statistics(table, before, after);
  }

  private void statistics(QualifiedName table, Column before, Column after) {
    if (!Objects.equals(before.options().statistics(), after.options().statistics())) {
      changes.add(new Change.ColumnChanged(table, before, after, Aspect.STATISTICS));
    }
  }

  private void aspect(
      QualifiedName table, Column before, Column after, Aspect aspect, Object old, Object now) {
    if (!Objects.equals(old, now)) {
      changes.add(new Change.ColumnChanged(table, before, after, aspect));
    }
  }

  private void constraints(QualifiedName table, ListDiff<Constraint> diff) {
    diff.added().forEach(added -> changes.add(new Change.ConstraintAdded(table, added)));
    diff.renamed()
        .forEach(pair -> changes.add(
            new Change.ConstraintRenamed(table, pair.from().name(), pair.to().name())));
    diff.changed()
        .forEach(pair -> changes.add(new Change.ConstraintChanged(table, pair.from(), pair.to())));
    diff.removed().forEach(removed -> changes.add(new Change.ConstraintRemoved(table, removed)));
  }

  private void indexes(QualifiedName table, ListDiff<Index> diff) {
    diff.added().forEach(added -> changes.add(new Change.IndexAdded(table, added)));
    diff.renamed()
        .forEach(pair -> changes.add(
            new Change.IndexRenamed(table, pair.from().name(), pair.to().name())));
    diff.changed()
        .forEach(pair -> changes.add(new Change.IndexChanged(table, pair.from(), pair.to())));
    diff.removed().forEach(removed -> changes.add(new Change.IndexRemoved(table, removed)));
  }
}
