package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * Lets a sequence go on after the highest value that a column of a table holds ({@code setval}), so
 * that it does not hand out keys that are taken.
 */
public record RestartSequence(QualifiedName sequence, QualifiedName table, String column)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Objects.sequence(before, sequence);
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
