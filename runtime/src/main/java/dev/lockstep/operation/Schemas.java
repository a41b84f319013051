package dev.lockstep.operation;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Table found = schema.tables().get(table);
    if (found == null) {
      throw new InvalidOperationException("there is no table \"" + table + "\"");
    }
    return found;
  }

  /** Fails if a table of that name cannot be. */
  static void requireNoTable(Schema schema, QualifiedName table) {
    Names.requireFreeRelation(schema, table);
    Names.requireFreeType(schema, table);
  }

  /** Whether it is a partition of some table. */
  static boolean isPartition(Schema schema, QualifiedName relation) {
    if (schema.find(relation).isPresent()) {
      return false;
    }
    for (Table each : schema.tables().values()) {
      if (each.name().schema().equals(relation.schema())
          && each.partitions().contains(relation.name())) {
        return true;
      }
    }
    return false;
  }

  static Column column(Schema schema, QualifiedName table, String column) {
    return column(table(schema, table), column);
  }

  private static Column column(Table table, String column) {
    if (!table.columns().contains(column)) {
      throw new InvalidOperationException(
          "table \"" + table.name() + "\" has no column \"" + column + "\"");
    }
    return table.columns().get(column);
  }

  static Schema changeColumn(
      Schema schema, QualifiedName table, String column, UnaryOperator<Column> change) {
    Column changed = change.apply(column(schema, table, column));
    Table before = schema.table(table);
    return schema.withTable(before.withColumns(before.columns().replace(column, changed)));
  }

  static Constraint constraint(Schema schema, QualifiedName table, String name) {
    NamedList<Constraint> constraints = table(schema, table).constraints();
    if (!constraints.contains(name)) {
      throw new InvalidOperationException(
          "table \"" + table + "\" has no constraint \"" + name + "\"");
    }
    return constraints.get(name);
  }

  static View view(Schema schema, QualifiedName view) {
    return schema
        .findView(view)
        .orElseThrow(() -> new InvalidOperationException("there is no view \"" + view + "\""));
  }

  static Index index(Schema schema, QualifiedName index) {
    return indexesOf(schema, relationOfIndex(schema, index)).get(index.name());
  }

  /** The table or materialized view that has the index. */
  static QualifiedName relationOfIndex(Schema schema, QualifiedName index) {
    return schema
        .tableOfIndex(index)
        .map(Table::name)
        .or(() -> schema.viewOfIndex(index).map(View::name))
        .orElseThrow(() -> new InvalidOperationException("there is no index \"" + index + "\""));
  }

  /** The indexes of a table or materialized view. */
  static NamedList<Index> indexesOf(Schema schema, QualifiedName relation) {
    Table table = schema.tables().get(relation);
    Optional<View> view = table == null ? schema.findView(relation) : Optional.empty();
    return view.isPresent() ? view.get().indexes() : table(schema, relation).indexes();
  }

  /** The schema with the indexes of a table or materialized view changed. */
  static Schema withIndexes(
      Schema schema, QualifiedName relation, UnaryOperator<NamedList<Index>> change) {
    NamedList<Index> changed = change.apply(indexesOf(schema, relation));
    Table table = schema.tables().get(relation);
    return table == null
        ? schema.withObject(view(schema, relation).withIndexes(changed))
        : schema.withTable(table.withIndexes(changed));
  }

  /** As {@link #withIndexes}, of what has that index. */
  static Schema changeIndexes(
      Schema schema, QualifiedName index, UnaryOperator<NamedList<Index>> change) {
    return withIndexes(schema, relationOfIndex(schema, index), change);
  }

  static Stream<Reference> referencesTo(Schema schema, QualifiedName table) {
    return schema
        .referencing(table)
        .flatMap(each -> each.foreignKeys()
            .filter(key -> key.target().equals(table))
            .map(key -> new Reference(each.name(), key)));
  }

  /** Fails if the constraint names a column that is not there. */
  static void requireColumns(Schema schema, Table table, Constraint constraint) {
    for (String column : columnsOf(constraint)) {
      column(table, column);
    }
    if (constraint instanceof ForeignKey key) {
      requireColumns(schema, key);
    }
  }

  /** Fails if the foreign key's target is not there. */
  static void requireColumns(Schema schema, ForeignKey key) {
    for (String column : key.targetColumns()) {
      column(schema, key.target(), column);
    }
  }

  private static List<String> columnsOf(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return key.columns();
    }
    if (constraint instanceof Unique unique) {
      List<String> columns = new ArrayList<>(unique.columns());
      columns.addAll(unique.include());
      return columns;
    }
    if (constraint instanceof Exclusion exclusion) {
      return exclusion.elements().stream()
          .map(element -> element.what().column())
          .filter(java.util.Objects::nonNull)
          .toList();
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
    List<Constraint> repeated = table.repeatedKeys();
    NamedList<Constraint> inline =
        table.constraints().filter(each -> repeated.stream().noneMatch(each::equals));
    List<Operation> operations =
        new ArrayList<>(List.of(new CreateTable(table.bare().withConstraints(inline))));
    table
        .partitions()
        .forEach(partition -> operations.add(new CreatePartition(table.name(), partition)));
    repeated.forEach(each -> operations.add(new AddConstraint(table.name(), each)));
    table
        .columns()
        .forEach(column -> operations.addAll(options(table.name(), column, ColumnOptions.NONE)));
    table.indexes().forEach(index -> operations.add(new CreateIndex(table.name(), index)));
    if (!table.comment().isEmpty()) {
      operations.add(new CommentOnTable(table.name(), table.comment()));
    }
    comments(table.name(), table.columns()).forEach(operations::add);
    return operations;
  }

  /** What gives a column its options where it has those of {@code from}. */
  static List<Operation> options(QualifiedName table, Column column, ColumnOptions from) {
    List<Operation> operations = new ArrayList<>();
    ColumnOptions to = column.options();
    if (!from.storage().equals(to.storage())) {
      operations.add(new SetColumnStorage(table, column.name(), column.type(), to.storage()));
    }
    if (!from.compression().equals(to.compression())) {
      operations.add(new SetColumnCompression(table, column.name(), to.compression()));
    }
    if (!java.util.Objects.equals(from.statistics(), to.statistics())) {
      operations.add(new SetColumnStatistics(table, column.name(), to.statistics()));
    }
    return operations;
  }

  private static Stream<Operation> comments(QualifiedName table, NamedList<Column> columns) {
    return columns.stream()
        .filter(column -> !column.comment().isEmpty())
        .map(column -> new CommentOnColumn(table, column.name(), column.comment()));
  }
}
