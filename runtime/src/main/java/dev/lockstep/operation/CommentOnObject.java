package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * COMMENT ON TYPE, SEQUENCE, VIEW or MATERIALIZED VIEW.
 *
 * @param comment empty to remove it
 */
public record CommentOnObject(ObjectKey object, String comment) implements Operation {

  /** No statement does it to an extension, whose comment is its own, or to an SQL object. */
  public CommentOnObject {
    if (object.kind() == ObjectKind.EXTENSION || object.kind() == ObjectKind.SQL_OBJECT) {
      throw new IllegalArgumentException(object + " cannot have a comment");
    }
  }

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
