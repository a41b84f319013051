package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** DROP INDEX CONCURRENTLY: reads and writes go on meanwhile. */
public record DropIndexConcurrently(QualifiedName index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return new DropIndex(index).applyTo(before);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new CreateIndexConcurrently(
        Schemas.relationOfIndex(before, index), Schemas.index(before, index)));
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
