package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.column;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Member;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Casts.Cast;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user has to decide before a column gets another type. */
record TypeDecisions(ChangeScope scope) {

  List<Problem> of(Change.ColumnChanged change) {
    SqlExpression using = scope
        .declared()
        .hints()
        .using()
        .get(new Member(change.table(), change.to().name()));
    EnumCast enums = EnumCast.of(change, scope.before(), scope.schema());
    boolean narrows = using == null && enums.narrows();
    boolean rewrites = rewrites(change, using);
    if (using == null && !enums.isConverted() && cast(change) != Cast.ASSIGNMENT) {
      return List.of(needsUsing(change));
    }
    if (narrows && !scope.commands().accepts(loss(change))) {
      return List.of(narrowing(change, enums, rewrites));
    }
    return rewrites && !scope.commands().accepts(Risk.rewrite(change.table()))
        ? List.of(rewriting(change))
        : List.of();
  }

  private static Risk loss(Change.ColumnChanged change) {
    return Risk.dataLoss(change.table(), change.from().name());
  }

  private static Cast cast(Change.ColumnChanged change) {
    return Casts.between(change.from().type(), change.to().type());
  }

  private boolean rewrites(Change.ColumnChanged change, @Nullable SqlExpression using) {
    String name = SqlTokens.identifier(change.to().name());
    boolean converts = using != null
        && !using.equals(SqlExpression.of(name))
        && !using.equals(SqlExpression.of(name + "::" + change.to().type()));
    return converts
        || Casts.rewrites(change.from().type(), change.to().type())
        || feedsStoredColumn(change);
  }

  /** A stored computed column has to be dropped before what it is computed from gets its type. */
  private boolean feedsStoredColumn(Change.ColumnChanged change) {
    return scope.schema().table(change.table()).columns().stream()
        .flatMap(column -> column.computedOption().stream())
        .filter(Computed::stored)
        .anyMatch(computed -> computed.expression().mentions(change.to().name()));
  }

  private Problem needsUsing(Change.ColumnChanged change) {
    String name = change.to().name();
    SqlType from = change.from().type();
    SqlType to = change.to().type();
    String label =
        cast(change) == Cast.EXPLICIT ? "convert: " : "convert by its text, if that reads so: ";
    String using = String.valueOf(Casts.using(from, to, name));
    String turns = column(change.table(), name) + " from " + oneLine(from) + " into " + oneLine(to)
        + " by itself";
    boolean known = isKnown(from) && isKnown(to);
    return Problem.error(
        "CastNeedsUsing",
        change.accept(scope.places()),
        known
            ? "PostgreSQL does not turn " + turns
            : "it is not known whether PostgreSQL turns " + turns + "; it is assumed not to",
        label + annotation("Column", "using", using),
        "then: " + scope.commands().forChange(change, Risk.rewrite(change.table())));
  }

  private boolean isKnown(SqlType type) {
    return Casts.knows(type)
        || scope.before().valuesOf(type).isPresent()
        || scope
            .schema()
            .findEnum(new QualifiedName(type.schema(), type.name()))
            .isPresent();
  }

  private Problem narrowing(Change.ColumnChanged change, EnumCast enums, boolean rewrites) {
    String converted = enums.isConverted()
        ? enums.using(change.to()).text()
        : SqlTokens.identifier(change.to().name()) + "::" + change.to().type();
    Risk loss = loss(change);
    List<Risk> risks = rewrites ? List.of(loss, Risk.rewrite(change.table())) : List.of(loss);
    return Problem.error(
        "TypeNarrows",
        change.accept(scope.places()),
        changes(change) + ", which may not hold every old value",
        "convert: " + annotation("Column", "using", converted),
        "accept: " + scope.commands().forChange(change, risks));
  }

  private Problem rewriting(Change.ColumnChanged change) {
    return Problem.error(
        "TableRewrite",
        change.accept(scope.places()),
        changes(change) + ColumnDecisions.REWRITES,
        "accept: " + scope.commands().forChange(change, Risk.rewrite(change.table())));
  }

  private static String changes(Change.ColumnChanged change) {
    return "the type of " + column(change.table(), change.to().name()) + " changes from "
        + oneLine(change.from().type()) + " to " + oneLine(change.to().type());
  }
}
