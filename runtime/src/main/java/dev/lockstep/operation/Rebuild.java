package dev.lockstep.operation;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Clears what hangs on columns that have to be made anew, and brings it back afterwards: the steps
 * before are drops, those after their reverse.
 */
final class Rebuild {
  private final Schema before;
  private final List<Operation> drops = new ArrayList<>();
  private Schema schema;

  Rebuild(Schema before) {
    this.before = before;
    this.schema = before;
  }

  /**
   * The steps that drop a column and add it as {@code before} has it.
   *
   * @param now the schema that the steps meet
   */
  static List<Operation> ofColumn(Schema before, QualifiedName table, String column, Schema now) {
    Rebuild rebuild = new Rebuild(now);
    rebuild.clear(table, Set.of(column));
    List<Operation> operations = new ArrayList<>(rebuild.drops);
    operations.add(new DropColumn(table, column));
    Table without = Operations.apply(operations, now).table(table);
    operations.addAll(Restoration.ofColumn(
        now,
        without.withColumns(without.columns().with(before.table(table).columns().get(column))),
        column));
    operations.addAll(rebuild.restored());
    return operations;
  }

  /** Drops what hangs on the columns, and what depends on them anywhere. */
  private void clear(QualifiedName table, Set<String> columns) {
    clearAround(table, columns);
    members(
        table,
        constraint -> columns.stream().anyMatch(constraint::mentions),
        index -> columns.stream().anyMatch(index::mentions));
  }

  /** Drops what cannot live through a change of the columns' type, their defaults included. */
  void clearForRetype(QualifiedName table, Set<String> columns) {
    clearAround(table, columns);
    members(
        table,
        constraint -> (constraint instanceof Check || constraint instanceof Exclusion)
            && columns.stream().anyMatch(constraint::mentions),
        index -> columns.stream().anyMatch(index::mentionsInExpression));
    schema.table(table).columns().stream()
        .filter(column -> columns.contains(column.name()))
        .filter(column -> column.defaultExpression().isPresent())
        .forEach(column -> drop(new DropDefault(table, column.name())));
    schema.table(table).columns().stream()
        .filter(
            column -> columns.contains(column.name()) && column.computedOption().isPresent())
        .forEach(column -> {
          clear(table, Set.of(column.name()));
          drop(new DropColumn(table, column.name()));
        });
  }

  /** Views, SQL objects, foreign keys and generated columns. */
  private void clearAround(QualifiedName table, Set<String> columns) {
    Dependents.in(schema).onColumns(table, columns).forEach(object -> drop(Objects.drop(object)));
    for (Table each : schema.tables().values()) {
      each.foreignKeys()
          .filter(key -> isOn(each, key, table, columns))
          .forEach(key -> drop(new DropConstraint(each.name(), key.name())));
    }
    Table cleared = schema.table(table);
    cleared.columns().stream()
        .filter(column -> !columns.contains(column.name())
            && column
                .computedOption()
                .filter(computed -> columns.stream().anyMatch(computed.expression()::mentions))
                .isPresent())
        .forEach(column -> {
          clear(table, Set.of(column.name()));
          drop(new DropColumn(table, column.name()));
        });
  }

  private void members(
      QualifiedName table, Predicate<Constraint> constraints, Predicate<Index> indexes) {
    schema.table(table).indexes().stream()
        .filter(indexes)
        .forEach(index -> drop(new DropIndex(table.sibling(index.name()))));
    schema.table(table).constraints().stream()
        .filter(constraints)
        .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
        .forEach(constraint -> drop(new DropConstraint(table, constraint.name())));
  }

  private static int rank(Constraint constraint) {
    return constraint instanceof PrimaryKey ? 2 : constraint instanceof Unique ? 1 : 0;
  }

  private static boolean isOn(
      Table source, ForeignKey key, QualifiedName table, Set<String> columns) {
    boolean leads = source.name().equals(table) && columns.stream().anyMatch(key::mentions);
    boolean led =
        key.target().equals(table) && columns.stream().anyMatch(key.targetColumns()::contains);
    return leads || led;
  }

  void drop(Operation operation) {
    if (applies(operation)) {
      drops.add(operation);
      schema = operation.applyTo(schema);
    }
  }

  private boolean applies(Operation operation) {
    return operation instanceof DropConstraint constraint
        ? schema.table(constraint.table()).constraints().contains(constraint.name())
        : operation instanceof DropColumn column
            ? schema.table(column.table()).columns().contains(column.column())
            : !(operation instanceof DropIndex index)
                || schema.tableOfIndex(index.index()).isPresent();
  }

  List<Operation> drops() {
    return drops;
  }

  /** What brings back all that was dropped, in order. */
  List<Operation> restored() {
    return Operations.reverse(drops, before);
  }

  /** The schema after the drops. */
  Schema schema() {
    return schema;
  }
}
