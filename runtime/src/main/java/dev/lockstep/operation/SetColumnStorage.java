package dev.lockstep.operation;

import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import java.util.List;

/**
 * ALTER COLUMN SET STORAGE, for values written from now on.
 *
 * @param type the column's type, whose own storage an empty {@code storage} means
 * @param storage {@code plain}, {@code main}, {@code external} or {@code extended}; empty for the
 *     type's own
 */
public record SetColumnStorage(QualifiedName table, String column, SqlType type, String storage)
    implements Operation {
  public SetColumnStorage {
    if (!storage.chars().allMatch(Character::isLetter)) {
      throw new IllegalArgumentException("\"" + storage + "\" is no storage of a column");
    }
  }

  @Override
  public Schema applyTo(Schema before) {
    return Schemas.changeColumn(
        before,
        table,
        column,
        old -> old.options(new ColumnOptions(
            storage, old.options().compression(), old.options().statistics())));
  }

  @Override
  public List<Operation> reverse(Schema before) {
    return List.of(new SetColumnStorage(
        table, column, type, Schemas.column(before, table, column).options().storage()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
