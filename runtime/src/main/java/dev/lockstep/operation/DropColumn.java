package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
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
    Schema without = before;
    for (Sequence sequence : before.ownedBy(table, column).toList()) {
      without = without.withoutObject(sequence.key());
    }
    return without.withTable(changed
        .withColumns(changed.columns().without(column))
        .withConstraints(changed.constraints().filter(constraint -> !constraint.mentions(column)))
        .withIndexes(changed.indexes().filter(index -> !index.mentions(column))));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    List<Operation> operations = new ArrayList<>();
    List<Sequence> owned = before.ownedBy(table, column).toList();
    owned.forEach(sequence -> operations.addAll(Objects.create(sequence.withOwner(null))));
    operations.addAll(Restoration.ofColumn(before, Schemas.table(before, table), column));
    owned.forEach(
        sequence -> operations.add(new SetSequenceOwner(sequence.name(), sequence.owner())));
    return operations;
  }

  /** A computed column is computed anew. */
  @Override
  public List<Loss> losses(Schema before) {
    List<Loss> losses = new ArrayList<>();
    if (Schemas.column(before, table, column).computedOption().isEmpty()) {
      losses.add(new Loss(table, column, "its values are deleted"));
    }
    before
        .ownedBy(table, column)
        .forEach(sequence -> losses.add(Loss.of(sequence.name(), DropObject.COUNTER)));
    return losses;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
