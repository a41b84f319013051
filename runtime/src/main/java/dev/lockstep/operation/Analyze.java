package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.View;
import java.util.List;

/**
 * ANALYZE: statistics for the planner; reads and writes go on meanwhile. PostgreSQL forgets those
 * of a column when its type changes, and has none of a new one or of the expressions of a new index
 * until autovacuum comes by.
 *
 * @param table the table, with its partitions; a partition; or the materialized view
 * @param columns raw names; empty for all, and for those of the expressions of its indexes, which
 *     PostgreSQL leaves out where columns are named
 */
public record Analyze(QualifiedName table, List<String> columns) implements Operation {
  public Analyze {
    columns = List.copyOf(columns);
  }

  @Override
  public Schema applyTo(Schema before) {
    if (!isView(before) && !Schemas.isPartition(before, table)) {
      Schemas.table(before, table);
      columns.forEach(column -> Schemas.column(before, table, column));
    }
    return before;
  }

  private boolean isView(Schema schema) {
    return schema.findView(table).filter(View::materialized).isPresent();
  }

  /** Nothing: other statistics change no result. */
  @Override
  public List<Operation> reverse(Schema before) {
    return List.of();
  }

  @Override
  public Execution execution() {
    return Execution.OWN_TRANSACTION;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
