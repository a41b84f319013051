package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * ALTER TABLE SET TABLESPACE: writes the whole table anew.
 *
 * @param tablespace raw name; empty for the database's own
 */
public record SetTablespace(QualifiedName table, String tablespace) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table old = Schemas.table(before, table);
    return before.withTable(old.withOptions(old.options().tablespace(tablespace)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(
        new SetTablespace(table, Schemas.table(before, table).options().tablespace()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
