package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.List;

/**
 * UPDATE of the rows whose column is NULL, some at a time and each time in a transaction of its
 * own: nobody waits long for a row. Where nobody can have the table, {@link FillNulls} is the same.
 *
 * @param value what they get; it may name other columns of the row
 */
public record Backfill(QualifiedName table, String column, SqlExpression value)
    implements Operation {
  /** What it comes to when it is done. */
  public FillNulls atOnce() {
    return new FillNulls(table, column, value);
  }

  @Override
  public Schema applyTo(Schema before) {
    return atOnce().applyTo(before);
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return atOnce().reverse(before);
  }

  @Override
  public List<Loss> losses(Schema before) {
    return atOnce().losses(before);
  }

  @Override
  public Execution execution() {
    return Execution.BATCHES;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
