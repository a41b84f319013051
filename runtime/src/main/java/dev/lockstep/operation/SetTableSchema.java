package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER TABLE SET SCHEMA.
 *
 * @param newSchema empty for the target schema
 */
public record SetTableSchema(QualifiedName table, String newSchema) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.table(before, table);
    Schemas.requireNoTable(before, table.in(newSchema));
    return before.renameTable(table, table.in(newSchema));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new SetTableSchema(table.in(newSchema), table.schema()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
