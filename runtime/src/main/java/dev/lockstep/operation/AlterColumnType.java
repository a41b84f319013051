package dev.lockstep.operation;

import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ALTER COLUMN TYPE.
 *
 * @param collation empty for the type's own
 * @param using how old values become new ones; null for PostgreSQL's assignment cast
 */
public record AlterColumnType(
    QualifiedName table,
    String column,
    SqlType type,
    String collation,
    @Nullable SqlExpression using)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before, table, column, old -> old.withType(type).collate(collation));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    Column old = Schemas.column(before, table, column);
    SqlExpression back = Casts.using(type, old.type(), column);
    return List.of(new AlterColumnType(table, column, old.type(), old.collation(), back));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
