package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER TABLE RENAME TO; the names of its constraints, indexes and sequences stay. */
public record RenameTable(QualifiedName table, String newName) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.table(before, table);
    Schemas.requireNoTable(before, table.sibling(newName));
    return before.renameTable(table, table.sibling(newName));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameTable(table.sibling(newName), table.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
