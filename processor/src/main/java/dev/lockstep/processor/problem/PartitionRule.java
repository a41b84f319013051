package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.all;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a table can be partitioned by (PostgreSQL manual, 5.12 Table Partitioning). */
final class PartitionRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    Partitioning partitioning = table.partitioning();
    return partitioning == null
        ? Stream.of()
        : Stream.of(
                keys(table, partitioning),
                uniques(table, partitioning),
                PartitionBounds.problems(table, partitioning))
            .flatMap(problems -> problems);
  }

  /** {@code the partitioning of table "event"}. */
  static String what(Table table) {
    return "the partitioning of " + Wording.table(table.name());
  }

  /** Whether the table is partitioned by the column, or by an expression over it. */
  static boolean isBy(Table table, String column) {
    Partitioning partitioning = table.partitioning();
    return partitioning != null
        && partitioning.keys().stream().anyMatch(key -> key.mentions(column));
  }

  private static List<String> columns(Partitioning partitioning) {
    return partitioning.keys().stream()
        .map(IndexElement::column)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<Problem> keys(Table table, Partitioning partitioning) {
    String what = what(table);
    Place place = new OfTable(table.name(), "");
    List<String> names = columns(partitioning);
    List<String> ordered = partitioning.strategy() == Strategy.HASH ? List.of() : names;
    Stream<Problem> computed = names.stream()
        .flatMap(name -> table.columns().find(name).stream())
        .filter(column -> column.computedOption().isPresent())
        .map(column -> Problem.error(
            "PartitionComputed",
            place,
            what + " names column " + quoted(column.name()) + ", which is computed"));
    return Stream.of(
            computed,
            IndexedColumns.problems(table, ordered, List.of(), what, place),
            IndexedColumns.tooMany(partitioning.keys().size(), what, place))
        .flatMap(problems -> problems);
  }

  /** PostgreSQL sees to a key within each partition alone. */
  private static Stream<Problem> uniques(Table table, Partitioning partitioning) {
    return Stream.of(
            table
                .constraints(PrimaryKey.class)
                .flatMap(
                    key -> unique(table, partitioning, "primary key", key.name(), key.columns())),
            table
                .constraints(Unique.class)
                .flatMap(key ->
                    unique(table, partitioning, "unique constraint", key.name(), key.columns())),
            table
                .constraints(Exclusion.class)
                .flatMap(key -> unique(table, partitioning, Kinds.of(key), key.name(), equal(key))),
            table.indexes().stream()
                .filter(Index::unique)
                .flatMap(index ->
                    unique(table, partitioning, "unique index", index.name(), columns(index))))
        .flatMap(problems -> problems);
  }

  private static List<String> equal(Exclusion exclusion) {
    return exclusion.elements().stream()
        .filter(element -> element.operator().equals("="))
        .map(element -> element.what().column())
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<String> columns(Index index) {
    return index.elements().stream()
        .map(IndexElement::column)
        .filter(Objects::nonNull)
        .toList();
  }

  private static Stream<Problem> unique(
      Table table, Partitioning partitioning, String kind, String name, List<String> columns) {
    String what = Wording.member(kind, table.name(), name);
    Place place = new OfMember(table.name(), name);
    if (partitioning.keys().stream().anyMatch(key -> key.expression() != null)) {
      return Stream.of(Problem.error(
          "PartitionedKey", place, what + " cannot be: the table is partitioned by an expression"));
    }
    List<String> missing = columns(partitioning).stream()
        .filter(column -> !columns.contains(column))
        .map(Wording::quoted)
        .toList();
    return missing.isEmpty()
        ? Stream.of()
        : Stream.of(Problem.error(
            "PartitionedKey",
            place,
            what + " lacks " + (missing.size() == 1 ? "column " : "columns ") + all(missing)
                + ", by which the table is partitioned"));
  }
}
