package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import java.util.List;

/**
 * ALTER SEQUENCE with its type and all of its options; the counter stays.
 *
 * @param sequence as it is to be; owner and comment are statements of their own
 */
public record AlterSequence(Sequence sequence) implements Operation {
  public AlterSequence {
    if (!sequence.equals(sequence.bare())) {
      throw new IllegalArgumentException(
          "comment and owner of " + sequence.key() + " are statements of their own");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Sequence old = Objects.sequence(before, sequence.name());
    return before.withObject(sequence.withOwner(old.owner()).withComment(old.comment()));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new AlterSequence(Objects.sequence(before, sequence.name()).bare()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
