package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Lets the identity of a column go on where a sequence stands ({@code setval}): no value is given
 * twice or left out when the one takes over from the other.
 */
public record ContinueIdentity(QualifiedName table, String column, QualifiedName sequence)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Objects.sequence(before, sequence);
    Schemas.column(before, table, column);
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new ContinueSequence(sequence, table, column));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
