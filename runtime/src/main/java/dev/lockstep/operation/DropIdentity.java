package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER COLUMN DROP IDENTITY. */
public record DropIdentity(QualifiedName table, String column) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before, table, column, old -> old.identityOption().isPresent() ? old.withValue(null) : old);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Schemas.column(before, table, column)
        .identityOption()
        .map(old -> List.<Operation>of(
            new AddIdentity(table, column, old), new RestartIdentity(table, column)))
        .orElse(List.of());
  }

  /** Values that were given and are gone from the rows would be given again. */
  @Override
  public List<Loss> losses(Schema before) {
    return Schemas.column(before, table, column).identityOption().isPresent()
        ? List.of(new Loss(table, column, DropObject.COUNTER))
        : List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
