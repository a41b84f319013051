package dev.lockstep.operation;

import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * CREATE TABLE with columns and constraints.
 *
 * @param table without indexes, comments, column options and partitions: those are statements of
 *     their own
 */
public record CreateTable(Table table) implements Operation {
  public CreateTable {
    if (!table.isBare()) {
      throw new IllegalArgumentException(
          "indexes, comments, column options and partitions of table \"" + table.name()
              + "\" are statements of their own");
    }
    table.repeatedKeys().stream().findFirst().ifPresent(repeated -> {
      throw new IllegalArgumentException(
          "constraint \"" + repeated.name() + "\" of table \"" + table.name()
              + "\" repeats another key, so that CREATE TABLE would leave it out: use addConstraint");
    });
  }

  @Override
  public Schema applyTo(Schema before) {
    Schemas.requireNoTable(before, table.name());
    table
        .foreignKeys()
        .filter(key -> !key.target().equals(table.name()))
        .forEach(key -> Schemas.requireColumns(before, key));
    return before.withTable(
        table.primaryKey().map(key -> Schemas.withNotNull(table, key.columns())).orElse(table));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new DropTable(table.name()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
