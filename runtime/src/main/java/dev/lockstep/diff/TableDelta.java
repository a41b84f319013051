package dev.lockstep.diff;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table that stays, before and after, both under its new names, and what of it has to be made
 * anew because something that it hangs on changes.
 */
final class TableDelta {
  final Table from;
  final Table to;
  final ListDiff<Constraint> constraints;
  final ListDiff<Index> indexes;

  /** Columns whose type becomes another. */
  final Set<String> retyped = new HashSet<>();

  /** Columns that PostgreSQL cannot alter, only drop and add: generated ones. */
  final Set<String> rebuilt = new HashSet<>();

  TableDelta(Table from, Table to) {
    this.from = from;
    this.to = to;
    this.constraints = ListDiff.of(from.constraints(), to.constraints(), Constraint::sameBut);
    this.indexes = ListDiff.of(from.indexes(), to.indexes(), Index::sameBut);
    to.columns().stream().filter(this::isRetyped).forEach(column -> retyped.add(column.name()));
    to.columns().stream().filter(this::isRebuilt).forEach(column -> rebuilt.add(column.name()));
  }

  private boolean isRetyped(Column column) {
    return from.columns()
        .find(column.name())
        .filter(old -> ColumnSteps.retyped(old, column))
        .isPresent();
  }

  /** Whether a stored generated column becomes a plain one, which PostgreSQL can do in place. */
  static boolean losesExpression(Column from, Column to) {
    return from.computedOption().filter(Computed::stored).isPresent()
        && to.computedOption().isEmpty();
  }

  private boolean isRebuilt(Column column) {
    return from.columns()
        .find(column.name())
        .filter(old -> !old.computedOption().equals(column.computedOption())
            || (column.computedOption().isPresent() && mustFollow(old, column)))
        .isPresent();
  }

  private boolean mustFollow(Column old, Column column) {
    return !old.type().equals(column.type())
        || to.columns().stream()
            .filter(each -> from.columns()
                .find(each.name())
                .filter(was -> !was.type().equals(each.type()))
                .isPresent())
            .anyMatch(
                each -> column.computedOption().orElseThrow().expression().mentions(each.name()));
  }

  /** Columns whose foreign keys cannot live through the change. */
  boolean breaksForeignKeysOn(List<String> columns) {
    return columns.stream()
        .anyMatch(column -> retyped.contains(column) || rebuilt.contains(column));
  }

  /** Whether the constraint is to be dropped, for good or to be made anew; foreign keys apart. */
  boolean drops(Constraint constraint) {
    return constraints.removed().contains(constraint)
        || constraints.changed().stream().anyMatch(pair -> pair.from().equals(constraint))
        || rebuilt.stream().anyMatch(constraint::mentions)
        || ((constraint instanceof Check || constraint instanceof Exclusion)
            && retyped.stream().anyMatch(constraint::mentions));
  }

  boolean drops(Index index) {
    return indexes.removed().contains(index)
        || indexes.changed().stream()
            .anyMatch(pair -> pair.from().equals(index) && !isAlterable(pair.from(), pair.to()))
        || rebuilt.stream().anyMatch(index::mentions)
        || retyped.stream().anyMatch(index::mentionsInExpression);
  }

  /** Whether ALTER INDEX does it, which an index of a partitioned table does not take. */
  private boolean isAlterable(Index index, Index after) {
    return from.partitioning() == null && ParameterSteps.areAll(index, after);
  }

  /**
   * Whether a key of exactly these columns is dropped, so that foreign keys to it must go before.
   */
  boolean dropsKeyOf(List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    return from.constraints().stream()
            .anyMatch(constraint -> columnsOf(constraint).equals(wanted) && drops(constraint))
        || from.indexes().stream()
            .anyMatch(index -> index.unique() && columnsOf(index).equals(wanted) && drops(index));
  }

  static Set<String> columnsOf(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return Set.copyOf(key.columns());
    }
    return constraint instanceof Unique unique ? Set.copyOf(unique.columns()) : Set.of();
  }

  static Set<String> columnsOf(Index index) {
    Set<String> columns = new HashSet<>();
    index.elements().forEach(element -> columns.add(String.valueOf(element.column())));
    return columns;
  }
}
