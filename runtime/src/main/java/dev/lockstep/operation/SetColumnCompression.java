package dev.lockstep.operation;

import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * ALTER COLUMN SET COMPRESSION, for values written from now on.
 *
 * @param compression {@code pglz} or {@code lz4}; empty for the server's default
 */
public record SetColumnCompression(QualifiedName table, String column, String compression)
    implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before,
        table,
        column,
        old -> old.options(new ColumnOptions(
            old.options().storage(), compression, old.options().statistics())));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new SetColumnCompression(
        table, column, Schemas.column(before, table, column).options().compression()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
