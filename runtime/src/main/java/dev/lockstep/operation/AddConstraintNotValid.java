package dev.lockstep.operation;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER TABLE ADD CONSTRAINT ... NOT VALID: from here on rows have to obey it, those that are there
 * are looked at by {@link ValidateConstraint}. In the schema it is the constraint already.
 *
 * @param constraint a check or a foreign key
 */
public record AddConstraintNotValid(QualifiedName table, Constraint constraint)
    implements Operation {
  public AddConstraintNotValid {
    if (!(constraint instanceof Check || constraint instanceof ForeignKey)) {
      throw new IllegalArgumentException("constraint \"" + constraint.name()
          + "\" cannot be NOT VALID: only checks and foreign keys can");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    return new AddConstraint(table, constraint).applyTo(before);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return new AddConstraint(table, constraint).reverse(before);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
