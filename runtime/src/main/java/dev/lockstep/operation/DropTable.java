package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/** DROP TABLE with all that is in it; never CASCADE, so foreign keys to it are dropped first. */
public record DropTable(QualifiedName table) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.table(before, table);
    Schemas.referencesTo(before, table)
        .filter(reference -> !reference.table().equals(table))
        .findFirst()
        .ifPresent(reference -> {
          throw new InvalidOperationException(
              "table \"" + table + "\" is still referenced by " + reference);
        });
    return before.withoutTable(table);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Schemas.create(Schemas.table(before, table));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
