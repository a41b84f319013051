package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * ALTER TABLE DROP COLUMN; never CASCADE. PostgreSQL silently drops the indexes and constraints of
 * the table that mention the column with it (manual, ALTER TABLE).
 */
public record DropColumn(QualifiedName table, String column) implements Operation {
  @Override
  public Schema applyTo(Schema before) {
    Schemas.column(before, table, column);
    Schemas.referencesTo(before, table)
        .filter(reference -> reference.key().targetColumns().contains(column)
            && !(reference.table().equals(table) && reference.key().mentions(column)))
        .findFirst()
        .ifPresent(reference -> {
          throw new InvalidOperationException("column \"" + column + "\" of table \"" + table
              + "\" is still referenced by " + reference);
        });
    Table changed = before.table(table);
    return before.withTable(changed
        .withColumns(changed.columns().without(column))
        .withConstraints(changed.constraints().filter(constraint -> !constraint.mentions(column)))
        .withIndexes(changed.indexes().filter(index -> !index.mentions(column))));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return Restoration.ofColumn(Schemas.table(before, table), column);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
