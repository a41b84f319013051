package dev.lockstep.operation;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Placeholder;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings back what a dropped column took with it. Its values are gone, so rows of a NOT NULL column
 * without a default get a placeholder: else nobody could go back on a populated table.
 */
final class Restoration {
  private Restoration() {}

  /**
   * The steps.
   *
   * @param schema for the column's type
   */
  static List<Operation> ofColumn(Schema schema, Table before, String name) {
    Column column = before.columns().get(name);
    QualifiedName table = before.name();
    List<Operation> operations = new ArrayList<>();
    boolean unfilled = column.value() == null && (!column.nullable() || hasOneNull(before, name));
    operations.add(
        new AddColumn(table, unfilled ? column.bare().withNullable(true) : column.bare()));
    if (unfilled) {
      operations.add(new FillNulls(table, name, placeholder(schema, column)));
    }
    if (unfilled && !column.nullable()) {
      operations.add(new SetNotNull(table, name));
    }
    operations.addAll(Schemas.options(table, column, ColumnOptions.NONE));
    if (!column.comment().isEmpty()) {
      operations.add(new CommentOnColumn(table, name, column.comment()));
    }
    before.constraints().stream()
        .filter(constraint -> constraint.mentions(name))
        .forEach(constraint -> operations.add(new AddConstraint(table, constraint)));
    before.indexes().stream()
        .filter(index -> index.mentions(name))
        .forEach(index -> operations.add(new CreateIndex(table, index)));
    return operations;
  }

  /**
   * The backfill with a placeholder that the constraints of the restored table bear: distinct
   * values for a key of one column, an existing key for a foreign key.
   */
  static FillNulls refined(FillNulls backfill, Table restored) {
    Column column = restored.columns().get(backfill.column());
    if (!backfill.value().equals(Placeholder.of(column.type()))) {
      return backfill;
    }
    Optional<SqlExpression> referenced = restored
        .foreignKeys()
        .filter(key -> key.columns().contains(column.name()))
        .flatMap(key -> referenced(restored, key, column.name()).stream())
        .findFirst();
    Optional<SqlExpression> listed = restored
        .constraints(Check.class)
        .flatMap(check -> Placeholder.allowedBy(check, column).stream())
        .findFirst();
    SqlExpression otherwise =
        isKey(restored, column.name()) ? Placeholder.distinct(column.type()) : backfill.value();
    return backfillOf(backfill, referenced.or(() -> listed).orElse(otherwise));
  }

  private static SqlExpression placeholder(Schema schema, Column column) {
    return schema
        .objects(EnumType.class)
        .filter(type -> type.isTypeOf(column.type()) && !column.type().array())
        .flatMap(type -> type.values().stream())
        .findFirst()
        .map(value -> SqlExpression.of("'" + value.replace("'", "''") + "'"))
        .orElse(Placeholder.of(column.type()));
  }

  /** Whether a key takes NULL for a value, which one row alone can have. */
  private static boolean hasOneNull(Table table, String column) {
    return table
            .constraints(Unique.class)
            .anyMatch(unique -> !unique.nullsDistinct() && unique.columns().contains(column))
        || table.indexes().stream()
            .anyMatch(index -> index.unique() && !index.nullsDistinct() && index.mentions(column));
  }

  private static FillNulls backfillOf(FillNulls backfill, SqlExpression value) {
    return new FillNulls(backfill.table(), backfill.column(), value);
  }

  /** A row of a table that references itself references itself; empty where that says nothing. */
  private static Optional<SqlExpression> referenced(Table table, ForeignKey key, String column) {
    String target = key.targetColumns().get(key.columns().indexOf(column));
    if (!key.target().equals(table.name())) {
      return Optional.of(Placeholder.firstOf(key.target(), target, key.targetColumns()));
    }
    return target.equals(column)
        ? Optional.empty()
        : Optional.of(SqlExpression.of(SqlTokens.identifier(target)));
  }

  private static boolean isKey(Table table, String column) {
    return table.constraints().stream()
            .anyMatch(constraint ->
                (constraint instanceof Unique unique && unique.columns().contains(column))
                    || (constraint instanceof PrimaryKey key && key.columns().contains(column))
                    || (constraint instanceof Exclusion && constraint.mentions(column)))
        || table.indexes().stream().anyMatch(index -> index.unique() && index.mentions(column));
  }
}
