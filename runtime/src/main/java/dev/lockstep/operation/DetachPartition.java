package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** ALTER TABLE DETACH PARTITION; the partition goes on as a table that migrations do not know. */
public record DetachPartition(QualifiedName table, String name) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table old = Schemas.table(before, table);
    Partitions.partition(old, name);
    return before.withTable(Partitions.with(old, Partitions.of(old).without(name)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(
        new AttachPartition(table, Partitions.partition(Schemas.table(before, table), name)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
