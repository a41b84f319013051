package dev.lockstep.operation;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** ALTER TABLE ADD CONSTRAINT. */
public record AddConstraint(QualifiedName table, Constraint constraint) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table changed = Schemas.table(before, table);
    if (changed.constraints().contains(constraint.name())) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has a constraint \"" + constraint.name() + "\" already");
    }
    Schemas.requireColumns(before, changed, constraint);
    Table constrained = changed.withConstraints(changed.constraints().with(constraint));
    return before.withTable(
        constraint instanceof PrimaryKey key
            ? Schemas.withNotNull(constrained, key.columns())
            : constrained);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    List<Operation> operations =
        new ArrayList<>(List.of(new DropConstraint(table, constraint.name())));
    if (constraint instanceof PrimaryKey key) {
      key.columns().stream()
          .filter(column -> Schemas.column(before, table, column).nullable())
          .forEach(column -> operations.add(new DropNotNull(table, column)));
    }
    return List.copyOf(operations);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
