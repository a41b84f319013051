package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;

/**
 * CREATE INDEX.
 *
 * @param table the table or materialized view
 */
public record CreateIndex(QualifiedName table, Index index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    if (Schemas.indexesOf(before, table).contains(index.name())) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has an index \"" + index.name() + "\" already");
    }
    return Schemas.withIndexes(before, table, indexes -> indexes.with(index));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new DropIndex(table.sibling(index.name())));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
