package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER TYPE, SEQUENCE, VIEW or MATERIALIZED VIEW ... RENAME TO. */
public record RenameObject(ObjectKey object, String newName) implements Operation {

  /** No statement does it to an extension, whose comment is its own, or to an SQL object. */
  public RenameObject {
    if (object.kind() == ObjectKind.EXTENSION || object.kind() == ObjectKind.SQL_OBJECT) {
      throw new IllegalArgumentException(object + " cannot be renamed");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Objects.object(before, object);
    Objects.requireAbsent(before, object.withName(object.name().sibling(newName)));
    return before.renameObject(object, object.name().sibling(newName));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameObject(
        object.withName(object.name().sibling(newName)), object.name().name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
