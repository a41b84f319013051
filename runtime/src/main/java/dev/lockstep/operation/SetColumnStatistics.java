package dev.lockstep.operation;

import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ALTER COLUMN SET STATISTICS.
 *
 * @param statistics null for the server's default
 */
public record SetColumnStatistics(
    QualifiedName table, String column, @Nullable Integer statistics) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before,
        table,
        column,
        old -> old.options(
            new ColumnOptions(old.options().storage(), old.options().compression(), statistics)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new SetColumnStatistics(
        table, column, Schemas.column(before, table, column).options().statistics()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
