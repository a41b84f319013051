package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** ALTER TABLE SET LOGGED: writes the whole table to the log. */
public record SetLogged(QualifiedName table) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table old = Schemas.table(before, table);
    return before.withTable(old.withOptions(old.options().withUnlogged(false)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Schemas.table(before, table).options().unlogged() == false
        ? List.of()
        : List.of(new SetUnlogged(table));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
