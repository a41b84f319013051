package dev.lockstep.diff;

import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.DetachPartition;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Relation;
import dev.lockstep.operation.RenamePartition;
import dev.lockstep.operation.SetColumnCompression;
import dev.lockstep.operation.SetColumnStatistics;
import dev.lockstep.operation.SetColumnStorage;
import dev.lockstep.operation.SetLogged;
import dev.lockstep.operation.SetTablespace;
import dev.lockstep.operation.SetUnlogged;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** How a table that stays is partitioned and stored. */
final class TableSteps {
  private TableSteps() {}

  /**
   * Before any column changes, which a partition that is detached for a moment would miss. Two
   * partitions cannot take the same rows, so one that goes and one that comes for the same are one
   * under two names.
   */
  static List<Operation> partitions(TableDelta delta) {
    QualifiedName table = delta.to.name();
    ListDiff<Partition> diff = ListDiff.of(
        delta.from.partitions(), delta.to.partitions(), (a, b) -> a.values().equals(b.values()));
    List<Operation> operations = new ArrayList<>();
    diff.removed().forEach(each -> operations.add(new DropPartition(table, each.name())));
    diff.changed()
        .forEach(pair -> operations.add(new DetachPartition(table, pair.from().name())));
    TreeMap<String, String> renames = new TreeMap<>();
    diff.renamed().forEach(pair -> renames.put(pair.from().name(), pair.to().name()));
    RenameOrder.of(renames, delta.from.partitions().names())
        .forEach(step -> operations.add(new RenamePartition(table, step.from(), step.to())));
    diff.changed().forEach(pair -> operations.add(new AttachPartition(table, pair.to())));
    diff.added().forEach(each -> operations.add(new CreatePartition(table, each)));
    if (!diff.added().isEmpty()) {
      operations.addAll(statistics(delta.from));
    }
    return operations;
  }

  /**
   * A new partition does not take over how finely its table is sampled; said again, it is so for
   * all partitions (measured on PostgreSQL 14 to 18).
   */
  private static List<Operation> statistics(Table table) {
    return table.columns().stream()
        .filter(column -> column.options().statistics() != null)
        .map(column -> (Operation) new SetColumnStatistics(
            table.name(), column.name(), column.options().statistics()))
        .toList();
  }

  static List<Operation> storage(TableDelta delta) {
    QualifiedName table = delta.to.name();
    TableOptions from = delta.from.options();
    TableOptions to = delta.to.options();
    List<Operation> operations = new ArrayList<>();
    if (!from.tablespace().equals(to.tablespace())) {
      operations.add(new SetTablespace(table, to.tablespace()));
    }
    if (from.unlogged() != to.unlogged()) {
      operations.add(to.unlogged() ? new SetUnlogged(table) : new SetLogged(table));
    }
    operations.addAll(
        ParameterSteps.of(new Relation(Relation.Kind.TABLE, table), from.with(), to.with()));
    return operations;
  }

  /** What gives a column its options where it has those of {@code from}. */
  static List<Operation> options(QualifiedName table, Column column, ColumnOptions from) {
    ColumnOptions to = column.options();
    List<Operation> operations = new ArrayList<>();
    if (!from.storage().equals(to.storage())) {
      operations.add(new SetColumnStorage(table, column.name(), column.type(), to.storage()));
    }
    if (!from.compression().equals(to.compression())) {
      operations.add(new SetColumnCompression(table, column.name(), to.compression()));
    }
    if (!Objects.equals(from.statistics(), to.statistics())) {
      operations.add(new SetColumnStatistics(table, column.name(), to.statistics()));
    }
    return operations;
  }
}
