package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;

/** CREATE SCHEMA, if there is none of that name yet. */
public record CreateSchema(String schema) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return before.withNamespace(schema);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return before.namespaces().contains(schema) ? List.of() : List.of(new DropSchema(schema));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
