package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.column;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.stream.Stream;

/** A column is computed from plain ones alone (PostgreSQL manual, 5.4 Generated Columns). */
final class ComputedRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    return table.columns().stream()
        .filter(column -> column.computedOption().isPresent())
        .flatMap(column -> problems(table, column));
  }

  private static Stream<Problem> problems(Table table, Column computed) {
    return table.columns().stream()
        .filter(source -> source.computedOption().isPresent())
        .filter(source -> computed
            .computedOption()
            .filter(option -> option.expression().mentions(source.name()))
            .isPresent())
        .map(source -> Problem.error(
            "ComputedFromComputed",
            new OfColumn(table.name(), computed.name(), ""),
            column(table.name(), computed.name()) + " is computed from "
                + (source.equals(computed)
                    ? "itself"
                    : "column " + quoted(source.name()) + ", which is computed too")));
  }
}
