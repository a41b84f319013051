package dev.lockstep.operation;

import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** CREATE TABLE ... PARTITION OF. */
public record CreatePartition(QualifiedName table, Partition partition) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table old = Schemas.table(before, table);
    return before.withTable(Partitions.with(old, Partitions.of(old).with(partition)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new DropPartition(table, partition.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
