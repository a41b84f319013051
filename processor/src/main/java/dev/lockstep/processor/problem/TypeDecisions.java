package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.column;
import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Casts.Cast;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import java.util.ArrayList;
import java.util.List;

/** What the user has to decide before a column gets another type. */
record TypeDecisions(ChangeScope scope) {

  List<Problem> of(Change.ColumnChanged change) {
    Retyping retyping = Retyping.of(scope, change);
    EnumCast enums = EnumCast.of(change, scope.before(), scope.schema());
    if (retyping.using() == null && !enums.isConverted() && cast(change) != Cast.ASSIGNMENT) {
      return List.of(needsUsing(change, retyping));
    }
    boolean narrows = retyping.using() == null && enums.narrows();
    if (narrows && !scope.commands().accepts(loss(change))) {
      return List.of(narrowing(change, enums, retyping));
    }
    return rewriting(change, retyping);
  }

  private List<Problem> rewriting(Change.ColumnChanged change, Retyping retyping) {
    Risk rewrite = Risk.rewrite(change.table());
    if (!retyping.rewrites()) {
      return List.of();
    }
    if (retyping.isOnline()) {
      // Noted if it is what the user wants; not asked for.
      scope.commands().chooses(rewrite);
      return List.of();
    }
    return scope.commands().accepts(rewrite) ? List.of() : List.of(locking(change, retyping));
  }

  private static Risk loss(Change.ColumnChanged change) {
    return Risk.dataLoss(change.table(), change.from().name());
  }

  private static Cast cast(Change.ColumnChanged change) {
    return Casts.between(change.from().type(), change.to().type());
  }

  private Problem needsUsing(Change.ColumnChanged change, Retyping retyping) {
    String name = change.to().name();
    SqlType from = change.from().type();
    SqlType to = change.to().type();
    String label =
        cast(change) == Cast.EXPLICIT ? "convert: " : "convert by its text, if that reads so: ";
    SqlExpression cast = Casts.using(from, to, name);
    String using = String.valueOf(cast);
    List<Risk> risks = cast == null ? retyping.risks() : retyping.using(cast).risks();
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
        "then: " + scope.commands().forChange(change, risks));
  }

  private boolean isKnown(SqlType type) {
    return Casts.knows(type)
        || scope.before().valuesOf(type).isPresent()
        || scope
            .schema()
            .findEnum(new QualifiedName(type.schema(), type.name()))
            .isPresent();
  }

  private Problem narrowing(Change.ColumnChanged change, EnumCast enums, Retyping retyping) {
    String converted = enums.isConverted()
        ? enums.using(change.to()).text()
        : SqlTokens.identifier(change.to().name()) + "::" + change.to().type();
    Risk loss = loss(change);
    List<Risk> risks = new ArrayList<>(retyping.risks());
    risks.add(loss);
    return Problem.error(
        "TypeNarrows",
        change.accept(scope.places()),
        changes(change) + ", which may not hold every old value",
        "convert: " + annotation("Column", "using", converted),
        "accept: " + scope.commands().forChange(change, risks));
  }

  private Problem locking(Change.ColumnChanged change, Retyping retyping) {
    List<String> lines = new ArrayList<>();
    if (scope.options().online()) {
      retyping.obstacle().ifPresent(why -> lines.add("not beside it: " + why));
    }
    lines.add("accept: " + scope.commands().forChange(change, Risk.rewrite(change.table())));
    return Problem.error(
        "TableRewrite",
        change.accept(scope.places()),
        changes(change) + ColumnDecisions.REWRITES,
        lines.toArray(String[]::new));
  }

  private static String changes(Change.ColumnChanged change) {
    return "the type of " + column(change.table(), change.to().name()) + " changes from "
        + oneLine(change.from().type()) + " to " + oneLine(change.to().type());
  }
}
