package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Gives a column what {@link KeepExtras} noted in the same transaction; as long as the other one is
 * there, only what both can have.
 *
 * @param column raw name of the column that takes the place of the other
 */
public record RestoreExtras(QualifiedName table, String column) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.column(before, table, column);
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
