package dev.lockstep.operation;

import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;

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
    List<Constraint> repeated = table.repeatedKeys();
    if (!repeated.isEmpty()) {
      throw new IllegalArgumentException(
          "constraint \"" + repeated.get(0).name() + "\" of table \"" + table.name()
              + "\" repeats another key, so that CREATE TABLE would leave it out: use addConstraint");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    Schemas.requireNoTable(before, table.name());
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key && !key.target().equals(table.name())) {
        Schemas.requireColumns(before, key);
      }
    }
    Optional<PrimaryKey> key = table.primaryKey();
    return before.withTable(
        key.isPresent() ? Schemas.withNotNull(table, key.get().columns()) : table);
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
