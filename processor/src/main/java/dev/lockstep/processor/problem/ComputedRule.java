package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.column;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.stream.Stream;

/** A column is computed from plain ones alone (PostgreSQL manual, 5.4 Generated Columns). */
final class ComputedRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (!TableTraits.hasComputedColumn(table)) {
      return Stream.of();
    }
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
                    : "column " + quoted(source.name()) + ", which is computed too"),
            fix(computed, source)));
  }

  /** With what the other is computed from in its place. */
  private static String fix(Column computed, Column source) {
    if (source.equals(computed)) {
      return "compute it from others: @Computed(value = \"...\")";
    }
    SqlExpression expression = computed.computedOption().orElseThrow().expression();
    Computed other = source.computedOption().orElseThrow();
    String placeholder = "lockstep computed column";
    String mended = expression
        .renameColumn(source.name(), placeholder)
        .text()
        .replace("\"" + placeholder + "\"", "(" + other.expression().text() + ")");
    return "compute both from others: " + Wording.annotation("Computed", "value", mended);
  }
}
