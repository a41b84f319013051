package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Sequence.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ALTER SEQUENCE OWNED BY.
 *
 * @param owner null for none
 */
public record SetSequenceOwner(
    QualifiedName sequence, @Nullable Owner owner) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Sequence old = Objects.sequence(before, sequence);
    if (owner != null) {
      Schemas.column(before, owner.table(), owner.column());
    }
    return before.withObject(old.withOwner(owner));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(
        new SetSequenceOwner(sequence, Objects.sequence(before, sequence).owner()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
