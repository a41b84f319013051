package dev.lockstep.operation;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * ALTER TABLE ADD COLUMN.
 *
 * @param column without a comment: that is a statement of its own
 */
public record AddColumn(QualifiedName table, Column column) implements Operation {
  public AddColumn {
    if (!column.isBare()) {
      throw new IllegalArgumentException(
          "comment and options of column \"" + column.name() + "\" are statements of their own");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Table changed = Schemas.table(before, table);
    if (changed.columns().contains(column.name())) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has a column \"" + column.name() + "\" already");
    }
    return before.withTable(changed.withColumns(changed.columns().with(column)));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new DropColumn(table, column.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
