package dev.lockstep.operation;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** CREATE INDEX. */
public record CreateIndex(QualifiedName table, Index index) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Table changed = Schemas.table(before, table);
    if (changed.indexes().contains(index.name())) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has an index \"" + index.name() + "\" already");
    }
    return before.withTable(changed.withIndexes(changed.indexes().with(index)));
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
