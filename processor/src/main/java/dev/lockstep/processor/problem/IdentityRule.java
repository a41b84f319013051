package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL numbers integers, within the bounds of their type. */
final class IdentityRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    List<Problem> problems = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column.value() instanceof Identity identity) {
        check(table.name(), column, identity, problems);
      }
    }
    return problems.stream();
  }

  private static void check(
      QualifiedName table, Column column, Identity identity, List<Problem> problems) {
    if (!Numbers.areOf(column.type())) {
      problems.add(Problem.error(
          "IdentityType",
          place(table, column, "type"),
          "identity " + Wording.column(table, column.name()) + " is of type "
              + oneLine(column.type()) + "; PostgreSQL numbers smallint, integer and bigint",
          "number it: @Column(type = \"bigint\")"));
      return;
    }
    Optional<Numbers.Wrong> found = Numbers.wrongOption(identity, column.type());
    if (found.isPresent()) {
      problems.add(Problem.error(
          "IdentityOptions",
          place(table, column, ""),
          "identity " + Wording.column(table, column.name()) + " " + found.get().message(),
          "write: @Identity(" + found.get().mended() + ")"));
    }
  }

  private static Place place(QualifiedName table, Column column, String attribute) {
    return new OfColumn(table, column.name(), attribute);
  }
}
