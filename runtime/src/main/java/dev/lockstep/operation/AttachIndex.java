package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER INDEX ATTACH PARTITION: the index of a partition becomes a part of that of its table, and
 * goes with it.
 *
 * @param index of the partitioned table
 * @param part raw name of the index of the partition
 */
public record AttachIndex(QualifiedName index, String part) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.relationOfIndex(before, index);
    return before;
  }

  /** Nothing: it goes with the whole. */
  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
