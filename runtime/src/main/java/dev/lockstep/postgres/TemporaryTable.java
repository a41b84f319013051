package dev.lockstep.postgres;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetColumnCompression;
import dev.lockstep.operation.SetColumnStatistics;
import dev.lockstep.operation.SetColumnStorage;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of an expected table a server is asked to print: only what it prints in its own words. The
 * rest would cost an index each.
 *
 * @param expected the table as migrations made it
 */
record TemporaryTable(Table expected) {
  /** The statements that make it. */
  List<Operation> whole() {
    List<Constraint> repeated = expected.repeatedKeys();
    List<Operation> operations = new ArrayList<>();
    operations.add(new CreateTable(bare()
        .withColumns(expected.bare().columns())
        .withConstraints(expected
            .constraints()
            .filter(constraint -> isReworded(constraint) && !repeated.contains(constraint)))));
    repeated.stream()
        .filter(TemporaryTable::isReworded)
        .forEach(constraint -> operations.add(new AddConstraint(name(), constraint)));
    expected
        .partitions()
        .forEach(partition -> operations.add(new CreatePartition(name(), partition)));
    columnOptions().forEach(operations::add);
    indexes().forEach(operations::add);
    return operations;
  }

  /** The statements that make of it what can be made if some of them fail. */
  List<Operation> pieces() {
    List<Operation> operations = new ArrayList<>();
    operations.add(new CreateTable(bare().withPartitioning(null)));
    expected.bare().columns().forEach(column -> operations.add(new AddColumn(name(), column)));
    expected.constraints().stream()
        .filter(TemporaryTable::isReworded)
        .forEach(constraint -> operations.add(new AddConstraint(name(), constraint)));
    columnOptions().forEach(operations::add);
    indexes().forEach(operations::add);
    return operations;
  }

  /** How many relations it is, about. */
  int weight() {
    return 1 + expected.partitions().size();
  }

  private QualifiedName name() {
    return QualifiedName.of(expected.name().name());
  }

  /** Temporary tables are never logged, and a tablespace says nothing that is printed otherwise. */
  private Table bare() {
    return Table.of(name())
        .withOptions(TableOptions.NONE.withParameters(expected.options().with()))
        .withPartitioning(expected.bare().partitioning());
  }

  private Stream<Operation> columnOptions() {
    return expected.columns().stream().flatMap(this::columnOptions);
  }

  private Stream<Operation> columnOptions(Column column) {
    ColumnOptions options = column.options();
    List<Operation> operations = new ArrayList<>();
    if (!options.storage().isEmpty()) {
      operations.add(new SetColumnStorage(name(), column.name(), column.type(), options.storage()));
    }
    if (!options.compression().isEmpty()) {
      operations.add(new SetColumnCompression(name(), column.name(), options.compression()));
    }
    if (options.statistics() != null) {
      operations.add(new SetColumnStatistics(name(), column.name(), options.statistics()));
    }
    return operations.stream();
  }

  private Stream<Operation> indexes() {
    return expected.indexes().stream()
        .filter(TemporaryTable::isReworded)
        .map(index -> new CreateIndex(name(), index));
  }

  private static boolean isReworded(Constraint constraint) {
    return constraint instanceof Check || constraint instanceof Exclusion;
  }

  static boolean isReworded(Index index) {
    return index.where() != null
        || !index.with().isEmpty()
        || index.elements().stream()
            .anyMatch(element -> element.expression() != null
                || !element.collation().isEmpty()
                || !element.operatorClass().isEmpty());
  }

  /**
   * Whether the server would print it as that: then it says the same in the same words, but for
   * what a key and an identity imply.
   */
  boolean isPrintedAs(Table printed) {
    Table alone = reworded(expected.withColumns(expected
        .columns()
        .map(column -> column
            .identityOption()
            .map(identity ->
                column.notNull().identity(SequenceReader.usual(column.type().toString(), identity)))
            .orElse(column))));
    return alone.equals(printed);
  }

  /** The expected table in the words that the server printed, where it printed any. */
  Table reworded(Table printed) {
    Set<String> key =
        expected.primaryKey().map(PrimaryKey::columns).map(Set::copyOf).orElse(Set.of());
    TableOptions options = expected.options().withParameters(printed.options().with());
    return expected
        .withOptions(options)
        .withPartitioning(
            printed.partitioning() == null ? expected.partitioning() : printed.partitioning())
        .withColumns(expected.columns().map(column -> {
          Column own =
              printed.columns().find(column.name()).orElse(column).comment(column.comment());
          return key.contains(column.name()) ? own.notNull() : own;
        }))
        .withConstraints(expected
            .constraints()
            .map(constraint -> printed.constraints().find(constraint.name()).orElse(constraint)))
        .withIndexes(
            expected.indexes().map(index -> printed.indexes().find(index.name()).orElse(index)));
  }
}
