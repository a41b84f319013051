package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * COMMENT ON TYPE, SEQUENCE, VIEW or MATERIALIZED VIEW.
 *
 * @param comment empty to remove it
 */
public record CommentOnObject(ObjectKey object, String comment) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return before.withObject(Objects.object(before, object).withComment(comment));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new CommentOnObject(object, Objects.object(before, object).comment()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
