package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How tables and columns can be stored (PostgreSQL manual, CREATE TABLE and ALTER TABLE). */
final class StorageRule implements TableRule {
  private static final Set<String> STORAGES = Set.of("plain", "main", "external", "extended");
  private static final Set<String> COMPRESSIONS = Set.of("pglz", "lz4");
  private static final int FINEST = 10_000;

  /** Types of a fixed length, which stand in their row as they are, in PostgreSQL 14 to 18. */
  private static final Set<String> PLAIN = Set.of(
      "bigint",
      "boolean",
      "box",
      "circle",
      "date",
      "double precision",
      "integer",
      "line",
      "lseg",
      "macaddr",
      "macaddr8",
      "money",
      "name",
      "oid",
      "pg_lsn",
      "point",
      "real",
      "regclass",
      "regconfig",
      "regproc",
      "regtype",
      "smallint",
      "time",
      "timestamp",
      "timestamptz",
      "timetz",
      "tsquery",
      "uuid",
      "xid",
      "xid8");

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    Stream<Problem> ofColumns = table.columns().stream()
        .filter(column -> !column.options().equals(ColumnOptions.NONE))
        .flatMap(column -> problems(table, column, declared).stream());
    Stream<Problem> ofParameters = table.partitioning() == null
        ? StorageParameters.OF_TABLES.problems(
            table.options().with(), Wording.table(table.name()), new OfTable(table.name(), "with"))
        : Stream.of();
    return Stream.of(ofPartitioned(table), ofParameters, ofColumns).flatMap(problems -> problems);
  }

  private static Stream<Problem> ofPartitioned(Table table) {
    if (table.partitioning() == null) {
      return Stream.of();
    }
    List<Problem> problems = new ArrayList<>();
    if (!table.options().with().isEmpty()) {
      problems.add(ofPartitions(table, "with", "cannot have storage parameters"));
    }
    if (table.options().unlogged()) {
      problems.add(ofPartitions(table, "unlogged", "cannot be unlogged"));
    }
    return problems.stream();
  }

  private static Problem ofPartitions(Table table, String attribute, String cannot) {
    return Problem.error(
        "PartitionedStorage",
        new OfTable(table.name(), attribute),
        "partitioned table " + quoted(table.name()) + " " + cannot
            + ": only its partitions hold rows");
  }

  private static List<Problem> problems(Table table, Column column, Schema declared) {
    ColumnOptions options = column.options();
    boolean plain = isPlain(column.type(), declared);
    List<Problem> problems = new ArrayList<>();
    word(problems, table, column, "storage", options.storage(), STORAGES);
    word(problems, table, column, "compression", options.compression(), COMPRESSIONS);
    if (problems.isEmpty() && plain) {
      if (!Set.of("", "plain").contains(options.storage())) {
        problems.add(notOf(table, column, "storage", options.storage()));
      }
      if (!options.compression().isEmpty()) {
        problems.add(notOf(table, column, "compression", options.compression()));
      }
    }
    if (options.statistics() != null
        && (options.statistics() < 0 || options.statistics() > FINEST)) {
      problems.add(Problem.error(
          "StatisticsInvalid",
          new OfColumn(table.name(), column.name(), "statistics"),
          Wording.column(table.name(), column.name()) + " has statistics " + options.statistics()
              + "; PostgreSQL takes 0 to " + FINEST,
          "write: @Column(statistics = " + (options.statistics() < 0 ? 0 : FINEST) + ")"));
    }
    return problems;
  }

  private static void word(
      List<Problem> problems,
      Table table,
      Column column,
      String attribute,
      String word,
      Set<String> words) {
    if (!word.isEmpty() && !words.contains(word)) {
      problems.add(Problem.error(
          "StorageInvalid",
          new OfColumn(table.name(), column.name(), attribute),
          Wording.column(table.name(), column.name()) + " has " + attribute + " " + quoted(word)
              + "; PostgreSQL knows "
              + Wording.all(words.stream().sorted().toList()),
          "write: @Column(" + attribute + " = "
              + Wording.javaText(NearestName.of(word, words)
                  .orElseGet(() -> words.stream().sorted().toList().get(0)))
              + ")"));
    }
  }

  private static Problem notOf(Table table, Column column, String attribute, String word) {
    return Problem.error(
        "StorageNotOfType",
        new OfColumn(table.name(), column.name(), attribute),
        Wording.column(table.name(), column.name()) + " has " + attribute + " " + quoted(word)
            + ", but values of type " + oneLine(column.type())
            + " always stand in their row as they are");
  }

  private static boolean isPlain(SqlType type, Schema declared) {
    boolean word = PLAIN.contains(type.name()) || type.name().startsWith("interval");
    boolean ofEnum = !type.isBuiltIn()
        && declared.findEnum(new QualifiedName(type.schema(), type.name())).isPresent();
    return !type.array() && (ofEnum || (type.schema().isEmpty() && word));
  }

  /** Whether it is stored as most are. */
  private static boolean isPlain(Table table) {
    for (Column column : table.columns()) {
      if (!column.options().equals(ColumnOptions.NONE)) {
        return false;
      }
    }
    return table.partitioning() == null && table.options().with().isEmpty();
  }
}
