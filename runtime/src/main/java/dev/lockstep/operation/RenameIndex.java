package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** ALTER INDEX RENAME TO. */
public record RenameIndex(QualifiedName index, String newName) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table table = Schemas.tableOfIndex(before, index);
    if (before.tableOfIndex(index.sibling(newName)).isPresent()) {
      throw new InvalidOperationException(
          "there is an index \"" + index.sibling(newName) + "\" already");
    }
    Index renamed = table.indexes().get(index.name()).withName(newName);
    return before.withTable(table.withIndexes(table.indexes().replace(index.name(), renamed)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameIndex(index.sibling(newName), index.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
