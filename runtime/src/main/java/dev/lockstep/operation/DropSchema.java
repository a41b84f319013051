package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import java.util.List;

/** DROP SCHEMA, if nothing is left in it; what is not ours keeps it alive. */
public record DropSchema(String schema) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    if (!before.namespaces().contains(schema)) {
      throw new InvalidOperationException("there is no schema \"" + schema + "\"");
    }
    if (before.tables().keySet().stream().anyMatch(table -> table.schema().equals(schema))) {
      throw new InvalidOperationException("schema \"" + schema + "\" still holds tables");
    }
    before.objects().keySet().stream()
        .filter(object -> object.name().schema().equals(schema))
        .findFirst()
        .ifPresent(object -> {
          throw new InvalidOperationException("schema \"" + schema + "\" still holds " + object);
        });
    return before.withoutNamespace(schema);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new CreateSchema(schema));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
