package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * DROP EXTENSION, TYPE, SEQUENCE, VIEW or MATERIALIZED VIEW; never CASCADE.
 *
 * @param object never an SQL object: {@link DropSqlObject} removes those
 */
public record DropObject(ObjectKey object) implements Operation {
  static final String COUNTER = "its counter is deleted";

  public DropObject {
    if (object.kind() == ObjectKind.SQL_OBJECT) {
      throw new IllegalArgumentException(object + " has SQL of its own that drops it");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Objects.object(before, object);
    if (object.kind() == ObjectKind.ENUM) {
      Objects.requireUnused(before, object);
    }
    return before.withoutObject(object);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Objects.create(Objects.object(before, object));
  }

  @Override
  public List<Loss> losses(Schema before) {
    return object.kind() == ObjectKind.SEQUENCE
        ? List.of(Loss.of(object.name(), COUNTER))
        : List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
