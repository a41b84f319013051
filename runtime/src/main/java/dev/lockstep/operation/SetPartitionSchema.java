package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER TABLE SET SCHEMA of a partition, which does not follow its table by itself.
 *
 * @param partition where it is now
 * @param newSchema where its table is, or will be; empty for the target schema
 */
public record SetPartitionSchema(QualifiedName partition, String newSchema) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    boolean known = before.tables().values().stream()
        .filter(table -> table.name().schema().equals(partition.schema())
            || table.name().schema().equals(newSchema))
        .anyMatch(table -> table.partitions().contains(partition.name()));
    if (!known) {
      throw new InvalidOperationException("no table has a partition \"" + partition + "\"");
    }
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new SetPartitionSchema(partition.in(newSchema), partition.schema()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
