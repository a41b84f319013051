package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER TABLE VALIDATE CONSTRAINT; fails if a row does not obey it. */
public record ValidateConstraint(QualifiedName table, String name) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.constraint(before, table, name);
    return before;
  }

  /** Nothing: who drops the constraint undoes this too. */
  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public Execution execution() {
    return Execution.OWN_TRANSACTION;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
