package dev.lockstep.operation;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER COLUMN SET NOT NULL; fails if there is a NULL. */
public record SetNotNull(QualifiedName table, String column) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(before, table, column, Column::notNull);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Schemas.column(before, table, column).nullable()
        ? List.of(new DropNotNull(table, column))
        : List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
