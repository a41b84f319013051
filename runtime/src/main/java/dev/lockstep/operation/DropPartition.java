package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** DROP TABLE of a partition, with its rows. */
public record DropPartition(QualifiedName table, String name) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table old = Schemas.table(before, table);
    Partitions.partition(old, name);
    return before.withTable(Partitions.with(old, Partitions.of(old).without(name)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    Table old = Schemas.table(before, table);
    List<Operation> operations = new ArrayList<>();
    operations.add(new CreatePartition(table, Partitions.partition(old, name)));
    // A new partition does not take over how finely its table is sampled.
    old.columns().stream()
        .filter(column -> column.options().statistics() != null)
        .forEach(column -> operations.add(
            new SetColumnStatistics(table, column.name(), column.options().statistics())));
    return operations;
  }

  @Override
  public List<Loss> losses(Schema before) {
    return List.of(Loss.of(table.sibling(name), "its rows are deleted"));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
