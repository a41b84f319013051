package dev.lockstep.operation;

import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.List;

/** ALTER COLUMN SET DEFAULT; rows that are there keep their values. */
public record SetDefault(QualifiedName table, String column, SqlExpression expression)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before, table, column, old -> old.withValue(new DefaultValue(expression)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(Schemas.column(before, table, column)
        .defaultExpression()
        .<Operation>map(old -> new SetDefault(table, column, old))
        .orElseGet(() -> new DropDefault(table, column)));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
