package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL numbers integers, within the bounds of their type. */
final class IdentityRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    return table.columns().stream()
        .filter(column -> column.identityOption().isPresent())
        .flatMap(column -> problem(table.name(), column).stream());
  }

  private static Optional<Problem> problem(QualifiedName table, Column column) {
    String what = Wording.column(table, column.name());
    if (!Numbers.areOf(column.type())) {
      return Optional.of(Problem.error(
          "IdentityType",
          place(table, column, "type"),
          "identity " + what + " is of type " + oneLine(column.type())
              + "; PostgreSQL numbers smallint, integer and bigint",
          "number it: @Column(type = \"bigint\")"));
    }
    return Numbers.wrongOption(column.identityOption().orElseThrow(), column.type())
        .map(wrong -> Problem.error(
            "IdentityOptions",
            place(table, column, ""),
            "identity " + what + " " + wrong.message(),
            "write: @Identity(" + wrong.mended() + ")"));
  }

  private static Place place(QualifiedName table, Column column, String attribute) {
    return new OfColumn(table, column.name(), attribute);
  }
}
