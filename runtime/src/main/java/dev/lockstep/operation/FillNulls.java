package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.List;

/**
 * UPDATE of the rows whose column is NULL, all at once; see {@link Backfill} for a busy table.
 *
 * @param value what they get; it may name other columns of the row
 */
public record FillNulls(QualifiedName table, String column, SqlExpression value)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.column(before, table, column);
    return before;
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public List<Loss> losses(Schema before) {
    return Schemas.column(before, table, column).nullable()
        ? List.of(new Loss(table, column, "its NULLs became " + Conversion.shortened(value.text())))
        : List.of();
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
