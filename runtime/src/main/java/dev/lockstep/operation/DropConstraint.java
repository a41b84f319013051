package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** ALTER TABLE DROP CONSTRAINT; never CASCADE. */
public record DropConstraint(QualifiedName table, String name) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.constraint(before, table, name);
    Table changed = before.table(table);
    return before.withTable(changed.withConstraints(changed.constraints().without(name)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new AddConstraint(table, Schemas.constraint(before, table, name)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
