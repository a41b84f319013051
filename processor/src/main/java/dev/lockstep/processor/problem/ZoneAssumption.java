package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.column;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Change.ColumnChanged;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A local time becomes a point in time, or the other way round: which time zone the values are of
 * is known to nobody but the user. Migrations run in UTC, so that is taken, and said.
 */
record ZoneAssumption(ChangeScope scope) {
  Optional<Problem> of(Change change) {
    return change instanceof ColumnChanged changed && isAssumed(changed)
        ? Optional.of(assumed(changed))
        : Optional.empty();
  }

  private boolean isAssumed(ColumnChanged change) {
    boolean decided = scope
        .declared()
        .hints()
        .using()
        .containsKey(new Member(change.table(), change.to().name()));
    return change.aspect() == ColumnChanged.Aspect.TYPE
        && !decided
        && isZoned(change.from().type()) != isZoned(change.to().type())
        && isTimestamp(change.from().type())
        && isTimestamp(change.to().type());
  }

  private static boolean isTimestamp(SqlType type) {
    return isZoned(type) || (type.schema().isEmpty() && type.name().equals("timestamp"));
  }

  private static boolean isZoned(SqlType type) {
    return type.schema().isEmpty() && type.name().equals("timestamptz");
  }

  private Problem assumed(ColumnChanged change) {
    String name = SqlTokens.identifier(change.to().name());
    SqlExpression converted = SqlExpression.of(name + " AT TIME ZONE 'Europe/Paris'");
    List<Risk> risks = Retyping.of(scope, change).using(converted).risks();
    return Problem.warning(
        "TimeZoneAssumed",
        change.accept(scope.places()),
        column(change.table(), change.to().name()) + " changes from "
            + change.from().type() + " to " + change.to().type()
            + "; its values are taken as times of UTC",
        "of another zone: " + annotation("Column", "using", converted.text()),
        "then: " + scope.commands().forChange(change, risks));
  }
}
