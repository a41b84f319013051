package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER INDEX RENAME TO. */
public record RenameIndex(QualifiedName index, String newName) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    QualifiedName taken = index.sibling(newName);
    if (before.tableOfIndex(taken).isPresent() || before.viewOfIndex(taken).isPresent()) {
      throw new InvalidOperationException("there is an index \"" + taken + "\" already");
    }
    Index renamed = Schemas.index(before, index).withName(newName);
    return Schemas.changeIndexes(before, index, indexes -> indexes.replace(index.name(), renamed));
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
