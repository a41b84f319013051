package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.column;

import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rows get that is read from a column which is not there then: no order of the steps gives two
 * new columns each the values of the other one.
 */
final class EarlyReads {
  private final List<Problem> problems = new ArrayList<>();
  private final Schema declared;

  private EarlyReads(Schema declared) {
    this.declared = declared;
  }

  /**
   * Those of a plan.
   *
   * @param recorded the schema that it meets
   */
  static Stream<Problem> of(SchemaDiff diff, Schema recorded) {
    if (diff.operations().stream()
        .noneMatch(each -> each instanceof FillNulls || each instanceof AlterColumnType)) {
      return Stream.of();
    }
    EarlyReads reads = new EarlyReads(diff.to());
    Schema now = recorded;
    for (Operation operation : diff.operations()) {
      if (operation instanceof FillNulls fill) {
        reads.check(fill.table(), fill.column(), "backfill", fill.value(), now);
      } else if (operation instanceof AlterColumnType alter && alter.using() != null) {
        reads.check(alter.table(), alter.column(), "using", alter.using(), now);
      }
      now = operation.applyTo(now);
    }
    return reads.problems.stream();
  }

  private void check(
      QualifiedName table, String column, String attribute, SqlExpression value, Schema now) {
    for (String other : declared.table(table).columns().names()) {
      if (!now.table(table).columns().contains(other) && value.mentions(other)) {
        problems.add(Problem.error(
            "ValueReadsLater",
            new Place.OfColumn(table, column, attribute),
            attribute + " of " + column(table, column) + " reads column \"" + other
                + "\", which comes after it",
            "say it without that column: " + annotation("Column", attribute, "...")));
      }
    }
  }
}
