package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Lets the sequence of an identity column go on after the highest value that the table holds
 * ({@code setval}), so that an identity given to a filled column does not hand out keys that are
 * taken.
 */
public record RestartIdentity(QualifiedName table, String column) implements Operation {
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
