package dev.lockstep.operation;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Look-ups in the schema that an operation meets; each fails with a message that names what is
 * missing.
 */
final class Schemas {
  private Schemas() {}

  /**
   * A foreign key and the table that has it; prints as {@code "order_user_id_fkey" of table
   * "order"}.
   */
  record Reference(QualifiedName table, ForeignKey key) {
    @Override
    public String toString() {
      return "\"" + key.name() + "\" of table \"" + table + "\"";
    }
  }

  static Table table(Schema schema, QualifiedName table) {
    return schema
        .find(table)
        .orElseThrow(() -> new InvalidOperationException("there is no table \"" + table + "\""));
  }

  static void requireNoTable(Schema schema, QualifiedName table) {
    if (schema.find(table).isPresent()) {
      throw new InvalidOperationException("there is a table \"" + table + "\" already");
    }
  }

  static Column column(Schema schema, QualifiedName table, String column) {
    return column(table(schema, table), column);
  }

  private static Column column(Table table, String column) {
    return table
        .columns()
        .find(column)
        .orElseThrow(() -> new InvalidOperationException(
            "table \"" + table.name() + "\" has no column \"" + column + "\""));
  }

  static Schema changeColumn(
      Schema schema, QualifiedName table, String column, UnaryOperator<Column> change) {
    Column changed = change.apply(column(schema, table, column));
    Table before = schema.table(table);
    return schema.withTable(before.withColumns(before.columns().replace(column, changed)));
  }

  static Constraint constraint(Schema schema, QualifiedName table, String name) {
    return table(schema, table)
        .constraints()
        .find(name)
        .orElseThrow(() -> new InvalidOperationException(
            "table \"" + table + "\" has no constraint \"" + name + "\""));
  }

  static Table tableOfIndex(Schema schema, QualifiedName index) {
    return schema
        .tableOfIndex(index)
        .orElseThrow(() -> new InvalidOperationException("there is no index \"" + index + "\""));
  }

  static Stream<Reference> referencesTo(Schema schema, QualifiedName table) {
    return schema.tables().values().stream()
        .flatMap(each -> each.foreignKeys()
            .filter(key -> key.target().equals(table))
            .map(key -> new Reference(each.name(), key)));
  }

  /** Fails if the constraint names a column that is not there. */
  static void requireColumns(Schema schema, Table table, Constraint constraint) {
    columnsOf(constraint).forEach(column -> column(table, column));
    if (constraint instanceof ForeignKey key) {
      requireColumns(schema, key);
    }
  }

  /** Fails if the foreign key's target is not there. */
  static void requireColumns(Schema schema, ForeignKey key) {
    key.targetColumns().forEach(column -> column(schema, key.target(), column));
  }

  private static List<String> columnsOf(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.columns();
    }
    if (constraint instanceof Unique unique) {
      return Stream.concat(unique.columns().stream(), unique.include().stream()).toList();
    }
    // What a check mentions is only known to PostgreSQL for sure.
    return constraint instanceof ForeignKey key ? key.columns() : List.of();
  }

  /** A primary key makes its columns NOT NULL (PostgreSQL manual, CREATE TABLE, PRIMARY KEY). */
  static Table withNotNull(Table table, List<String> columns) {
    return table.withColumns(
        table.columns().map(column -> columns.contains(column.name()) ? column.notNull() : column));
  }

  /** CREATE TABLE and the statements that give it its indexes and comments. */
  static List<Operation> create(Table table) {
    List<Unique> repeated = table.repeatedKeys();
    NamedList<Constraint> inline =
        table.constraints().filter(each -> repeated.stream().noneMatch(each::equals));
    List<Operation> operations =
        new ArrayList<>(List.of(new CreateTable(table.bare().withConstraints(inline))));
    repeated.forEach(unique -> operations.add(new AddConstraint(table.name(), unique)));
    table.indexes().forEach(index -> operations.add(new CreateIndex(table.name(), index)));
    if (!table.comment().isEmpty()) {
      operations.add(new CommentOnTable(table.name(), table.comment()));
    }
    comments(table.name(), table.columns()).forEach(operations::add);
    return operations;
  }

  private static Stream<Operation> comments(QualifiedName table, NamedList<Column> columns) {
    return columns.stream()
        .filter(column -> !column.comment().isEmpty())
        .map(column -> new CommentOnColumn(table, column.name(), column.comment()));
  }
}
