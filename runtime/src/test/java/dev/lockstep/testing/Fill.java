package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Placeholder;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;

/** What a user gives to the rows that a NOT NULL column is added to. */
final class Fill {
  private Fill() {}

  /** Something that the table's constraints bear. */
  static SqlExpression of(Schema schema, Table table, Column column) {
    if (Types.isRange(column.type())) {
      return Placeholder.of(column.type());
    }
    return isUnique(table, column.name())
        ? Placeholder.distinct(column.type())
        : SqlExpression.of(RandomRows.value(schema, table, column, 1));
  }

  /** Whether rows may have to differ in the column. */
  static boolean isUnique(Table table, String column) {
    return table.constraints().stream()
            .anyMatch(each ->
                (each instanceof PrimaryKey || each instanceof Unique || each instanceof Exclusion)
                    && each.mentions(column))
        || table.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column));
  }
}
