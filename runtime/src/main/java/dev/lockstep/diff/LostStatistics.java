package dev.lockstep.diff;

import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Analyze;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.CreateIndexOnly;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The statistics that the steps of a list take away from tables in use, or do not give to new
 * indexes of theirs: they are gathered where a transaction ends anyway.
 */
final class LostStatistics {
  /** Of columns that got another type. */
  private Set<Member> columns = new HashSet<>();

  /** The tables and views of new indexes with expressions. */
  private Set<QualifiedName> indexed = new HashSet<>();

  private Execution previous = Execution.OUTSIDE;

  /**
   * What gathers them before the next operation, as far as it is time.
   *
   * @param schema what the operation meets
   */
  List<Operation> before(Operation next, Schema schema) {
    if (next instanceof Analyze analyze) {
      forget(analyze.table());
    }
    if (isShort(next.execution()) && isShort(previous)) {
      return List.of();
    }
    if (!(next instanceof CreateIndexConcurrently)) {
      return rest(schema);
    }
    // One time for all indexes that are built in a row.
    Set<QualifiedName> building = indexed;
    indexed = new HashSet<>();
    List<Operation> operations = rest(schema);
    indexed = building;
    return operations;
  }

  /**
   * Whether the next transaction comes soon enough: it may bring back what the last one dropped.
   */
  private static boolean isShort(Execution execution) {
    return execution == Execution.TRANSACTION || execution == Execution.NEW_TRANSACTION;
  }

  /** What gathers the rest. */
  List<Operation> rest(Schema schema) {
    TreeMap<QualifiedName, Set<String>> tables = new TreeMap<>();
    columns.forEach(
        each -> tables.computeIfAbsent(each.table(), table -> new TreeSet<>()).add(each.name()));
    List<Operation> operations = new ArrayList<>();
    tables.forEach((table, names) -> schema
        .find(table)
        .filter(each -> !indexed.contains(table))
        .ifPresent(each -> operations.addAll(analyze(each, names))));
    indexed.stream().sorted().forEach(relation -> operations.add(new Analyze(relation, List.of())));
    columns = new HashSet<>();
    indexed = new HashSet<>();
    return operations;
  }

  /** In the table's order, so that it does not depend on what was changed first. */
  private static List<Operation> analyze(Table table, Set<String> names) {
    List<String> there =
        table.columns().stream().map(Column::name).filter(names::contains).toList();
    boolean expressions = table.indexes().stream()
        .anyMatch(index -> hasExpressions(index) && there.stream().anyMatch(index::mentions));
    return there.isEmpty()
        ? List.of()
        : List.of(new Analyze(table.name(), expressions ? List.of() : there));
  }

  /** Whether PostgreSQL gathers statistics for an index of its own. */
  static boolean hasExpressions(Index index) {
    return index.elements().stream().anyMatch(each -> each.expression() != null);
  }

  /** Those of a partition are gathered with those of its table. */
  private static boolean isPartition(QualifiedName relation, Schema schema) {
    return schema.find(relation).isEmpty() && schema.findView(relation).isEmpty();
  }

  /** Takes note of an operation; {@code live} is what it meets. */
  void follow(Operation operation, LiveSchema live) {
    columns = columns.stream()
        .map(each -> after(operation, each))
        .collect(Collectors.toCollection(HashSet::new));
    indexed = indexed.stream()
        .map(each -> NewRelations.after(operation, each))
        .collect(Collectors.toCollection(HashSet::new));
    if (operation instanceof AlterColumnType alter && live.isLive(alter.table())) {
      columns.add(new Member(alter.table(), alter.column()));
    } else if (operation instanceof CreateIndexConcurrently create
        && !isPartition(create.table(), live.schema())
        && hasExpressions(create.index())) {
      indexed.add(create.table());
    } else if (operation instanceof CreateIndexOnly create && hasExpressions(create.index())) {
      indexed.add(create.table());
    }
    previous = operation.execution();
  }

  private void forget(QualifiedName table) {
    columns.removeIf(each -> each.table().equals(table));
    indexed.remove(table);
  }

  private static Member after(Operation operation, Member member) {
    return operation instanceof RenameColumn rename
            && rename.table().equals(member.table())
            && rename.column().equals(member.name())
        ? new Member(member.table(), rename.newName())
        : new Member(NewRelations.after(operation, member.table()), member.name());
  }
}
