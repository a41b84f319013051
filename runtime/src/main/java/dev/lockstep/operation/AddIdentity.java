package dev.lockstep.operation;

import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER COLUMN ADD GENERATED AS IDENTITY; the column must be NOT NULL and without a default. */
public record AddIdentity(QualifiedName table, String column, Identity identity)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(before, table, column, old -> old.withValue(identity));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new DropIdentity(table, column));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
