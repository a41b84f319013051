package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** DROP INDEX. */
public record DropIndex(QualifiedName index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table table = Schemas.tableOfIndex(before, index);
    return before.withTable(table.withIndexes(table.indexes().without(index.name())));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    Table table = Schemas.tableOfIndex(before, index);
    return List.of(new CreateIndex(table.name(), table.indexes().get(index.name())));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
