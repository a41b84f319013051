package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * CREATE INDEX ON ONLY: the index of a partitioned table without those of its partitions, which
 * {@link CreateIndexConcurrently} builds and {@link AttachIndex} brings to it. It serves no read
 * until it has all of them.
 *
 * @param table the partitioned table
 */
public record CreateIndexOnly(QualifiedName table, Index index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    if (Schemas.table(before, table).partitioning() == null) {
      throw new InvalidOperationException("table \"" + table + "\" is not partitioned");
    }
    return new CreateIndex(table, index).applyTo(before);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return new CreateIndex(table, index).reverse(before);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
