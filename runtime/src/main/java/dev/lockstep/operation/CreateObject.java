package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import java.util.List;

/**
 * CREATE EXTENSION, TYPE ... AS ENUM, SEQUENCE, VIEW or MATERIALIZED VIEW, or the SQL of an SQL
 * object.
 *
 * @param object without a comment, an owner and indexes: those are statements of their own
 */
public record CreateObject(SchemaObject object) implements Operation {
  public CreateObject {
    if (!object.equals(Objects.bare(object))) {
      throw new IllegalArgumentException(
          "comment, owner and indexes of " + object.key() + " are statements of their own");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Objects.requireAbsent(before, object.key());
    return before.withObject(object);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(Objects.drop(object));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
