package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER COLUMN DROP NOT NULL. */
public record DropNotNull(QualifiedName table, String column) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(before, table, column, old -> old.withNullable(true));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Schemas.column(before, table, column).nullable()
        ? List.of()
        : List.of(new SetNotNull(table, column));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
