package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** DROP INDEX. */
public record DropIndex(QualifiedName index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeIndexes(before, index, indexes -> indexes.without(index.name()));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(
        new CreateIndex(Schemas.relationOfIndex(before, index), Schemas.index(before, index)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
