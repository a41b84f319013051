package dev.lockstep.operation;

import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER COLUMN SET GENERATED and the options of the sequence; its counter goes on. */
public record AlterIdentity(QualifiedName table, String column, Identity identity)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(before, table, column, old -> old.withValue(identity));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Schemas.column(before, table, column)
        .identityOption()
        .map(old -> List.<Operation>of(new AlterIdentity(table, column, old)))
        .orElse(List.of());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
