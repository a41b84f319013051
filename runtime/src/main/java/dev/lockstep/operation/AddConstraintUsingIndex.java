package dev.lockstep.operation;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;

/**
 * ALTER TABLE ADD CONSTRAINT ... USING INDEX: a unique index that is there becomes the
 * constraint's, and gets its name.
 *
 * @param constraint a primary key or a unique constraint
 * @param index raw name of the unique index
 */
public record AddConstraintUsingIndex(QualifiedName table, Constraint constraint, String index)
    implements Operation {
  public AddConstraintUsingIndex {
    if (!(constraint instanceof PrimaryKey || constraint instanceof Unique)) {
      throw new IllegalArgumentException("constraint \"" + constraint.name()
          + "\" has no unique index: only primary keys and unique constraints have");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    return new AddConstraint(table, constraint)
        .applyTo(new DropIndex(table.sibling(index)).applyTo(before));
  }

  /** The index goes with the constraint, and is built anew. */
  @Override
  public List<Operation> reverse(Schema before) {
    List<Operation> operations =
        new ArrayList<>(new AddConstraint(table, constraint).reverse(before));
    operations.addAll(new DropIndexConcurrently(table.sibling(index)).reverse(before));
    return List.copyOf(operations);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
