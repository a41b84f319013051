package dev.lockstep.operation;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** ALTER TABLE RENAME CONSTRAINT. */
public record RenameConstraint(QualifiedName table, String name, String newName)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Constraint renamed = Schemas.constraint(before, table, name).withName(newName);
    Table changed = before.table(table);
    if (changed.constraints().contains(newName)) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has a constraint \"" + newName + "\" already");
    }
    return before.withTable(changed.withConstraints(changed.constraints().replace(name, renamed)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameConstraint(table, newName, name));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
