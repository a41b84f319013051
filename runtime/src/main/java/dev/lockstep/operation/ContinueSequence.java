package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Lets a sequence go on where the identity of a column stands ({@code setval}): no value is given
 * twice or left out when the one takes over from the other.
 */
public record ContinueSequence(QualifiedName sequence, QualifiedName table, String column)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Objects.sequence(before, sequence);
    Schemas.column(before, table, column);
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new ContinueIdentity(table, column, sequence));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
