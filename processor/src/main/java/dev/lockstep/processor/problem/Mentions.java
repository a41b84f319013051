package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;
import static dev.lockstep.processor.problem.Wording.table;

import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks on the columns that something names. */
final class Mentions {
  private Mentions() {}

  /**
   * A problem for each of the columns that the table does not have.
   *
   * @param what {@code index "user_name_idx" of table "user"}
   */
  static Stream<Problem> unknown(Table table, List<String> columns, String what, Place place) {
    return columns.stream()
        .filter(column -> !table.columns().contains(column))
        .map(column -> unknown(table, column, what, place));
  }

  static Problem unknown(Table table, String column, String what, Place place) {
    Optional<String> meant = NearestName.of(column, table.columns().names());
    return unknown(table, column, what, place, meant);
  }

  static Problem unknown(
      Table table, String column, String what, Place place, Optional<String> meant) {
    return Problem.error(
        "ColumnUnknown",
        place,
        what + " names column " + quoted(column) + ", which " + table(table.name())
            + " does not have"
            + meant.map(name -> "; did you mean " + quoted(name) + "?").orElse(""));
  }

  /** A problem for each column that stands there twice. */
  static Stream<Problem> repeated(List<String> columns, String what, Place place) {
    return columns.stream()
        .distinct()
        .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
        .map(column -> Problem.error(
            "ColumnRepeated",
            place,
            what + " names column " + quoted(column) + " twice",
            "name it once: columns = "
                + columns.stream()
                    .distinct()
                    .map(Wording::javaText)
                    .collect(Collectors.joining(", ", "{", "}"))));
  }
}
