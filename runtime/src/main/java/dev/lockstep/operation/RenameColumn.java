package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER TABLE RENAME COLUMN. */
public record RenameColumn(QualifiedName table, String column, String newName)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.column(before, table, column);
    if (before.table(table).columns().contains(newName)) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has a column \"" + newName + "\" already");
    }
    return before.renameColumn(table, column, newName);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameColumn(table, newName, column));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
