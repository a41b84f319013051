package dev.lockstep.operation;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER COLUMN DROP EXPRESSION: a stored generated column becomes a plain one and keeps its values.
 * PostgreSQL cannot turn a plain column into a generated one: the way back drops it and adds it,
 * and nothing is lost, since all of it is computed.
 */
public record DropExpression(QualifiedName table, String column) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Column old = Schemas.column(before, table, column);
    if (old.computedOption().filter(Computed::stored).isEmpty()) {
      throw new InvalidOperationException(
          "column \"" + column + "\" of table \"" + table + "\" is no stored generated column");
    }
    return Schemas.changeColumn(before, table, column, each -> each.withValue(null));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Rebuild.ofColumn(before, table, column, applyTo(before));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
