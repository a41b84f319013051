package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Partitioning.Strategy;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
                exclusions(table, partitioning),
                PartitionBounds.problems(table, partitioning))
            .flatMap(problems -> problems);
  }

  /** {@code the partitioning of table "event"}. */
  static String what(Table table) {
    return "the partitioning of " + Wording.table(table.name());
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

  /** PostgreSQL sees to an exclusion within each partition alone. */
  private static Stream<Problem> exclusions(Table table, Partitioning partitioning) {
    return table
        .constraints(Exclusion.class)
        .flatMap(exclusion -> exclusion(table, partitioning, exclusion).stream());
  }

  private static Optional<Problem> exclusion(
      Table table, Partitioning partitioning, Exclusion exclusion) {
    String what = Wording.member(Kinds.of(exclusion), table.name(), exclusion.name());
    Place place = new OfMember(table.name(), exclusion.name());
    if (partitioning.keys().stream().anyMatch(key -> key.expression() != null)) {
      return Optional.of(Problem.error(
          "PartitionedExclusion",
          place,
          what + " cannot be: the table is partitioned by an expression"));
    }
    List<String> missing = columns(partitioning).stream()
        .filter(column -> !equal(exclusion).contains(column))
        .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.error(
            "PartitionedExclusion",
            place,
            what + " lacks " + quoted(missing.get(0) + " with =")
                + ", by which the table is partitioned"));
  }

  private static List<String> equal(Exclusion exclusion) {
    return exclusion.elements().stream()
        .filter(element -> element.operator().equals("="))
        .map(element -> element.what().column())
        .filter(Objects::nonNull)
        .toList();
  }
}
