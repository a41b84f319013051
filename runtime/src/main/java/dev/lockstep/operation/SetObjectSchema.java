package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER TYPE, SEQUENCE, VIEW or MATERIALIZED VIEW ... SET SCHEMA.
 *
 * @param newSchema empty for the target schema
 */
public record SetObjectSchema(ObjectKey object, String newSchema) implements Operation {

  /** No statement does it to an extension, whose comment is its own, or to an SQL object. */
  public SetObjectSchema {
    if (object.kind() == ObjectKind.EXTENSION || object.kind() == ObjectKind.SQL_OBJECT) {
      throw new IllegalArgumentException(object + " cannot move to another schema");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Objects.object(before, object);
    Objects.requireAbsent(before, object.withName(object.name().in(newSchema)));
    return before.renameObject(object, object.name().in(newSchema));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new SetObjectSchema(
        object.withName(object.name().in(newSchema)), object.name().schema()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
