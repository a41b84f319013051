package dev.lockstep.operation;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** ALTER SCHEMA RENAME. */
public record RenameSchema(String schema, String newName) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schema after = before.withoutNamespace(schema).withNamespace(newName);
    for (QualifiedName table : before.tables().keySet()) {
      after = table.schema().equals(schema) ? after.renameTable(table, table.in(newName)) : after;
    }
    for (ObjectKey object : before.objects().keySet()) {
      // An owned sequence has moved with its table.
      after = object.name().schema().equals(schema) && after.find(object).isPresent()
          ? after.renameObject(object, object.name().in(newName))
          : after;
    }
    return after;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new RenameSchema(newName, schema));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
