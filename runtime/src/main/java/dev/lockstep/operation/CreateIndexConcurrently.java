package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * CREATE INDEX CONCURRENTLY: reads and writes go on meanwhile.
 *
 * @param table the table or materialized view, not partitioned; or a partition, whose indexes the
 *     schema does not tell from those of its table
 */
public record CreateIndexConcurrently(QualifiedName table, Index index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    if (before.find(table).filter(each -> each.partitioning() != null).isPresent()) {
      throw new InvalidOperationException(
          "PostgreSQL builds no index of the partitioned table \"" + table + "\" concurrently");
    }
    return Schemas.isPartition(before, table)
        ? before
        : new CreateIndex(table, index).applyTo(before);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    // That of a partition goes with the whole.
    return Schemas.isPartition(before, table)
        ? List.of()
        : List.of(new DropIndexConcurrently(table.sibling(index.name())));
  }

  @Override
  public Execution execution() {
    return Execution.OUTSIDE;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
