package dev.lockstep.operation;

import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** ALTER TABLE RENAME TO of a partition. */
public record RenamePartition(QualifiedName table, String name, String newName)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table old = Schemas.table(before, table);
    Partition renamed =
        Partition.of(newName, Partitions.partition(old, name).values().text());
    return before.withTable(Partitions.with(old, Partitions.of(old).replace(name, renamed)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenamePartition(table, newName, name));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
