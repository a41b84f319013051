package dev.lockstep.processor.problem;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.processor.problem.NameHolder.Kind;
import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A name that passes from a thing that goes to one of another kind that comes, where one migration
 * would make the new one first.
 */
final class NameHandover {
  private final Schema recorded;
  private final Schema declared;
  private final Set<QualifiedName> renamedAway = new HashSet<>();

  private NameHandover(Schema recorded, Schema declared, DiffHints hints) {
    this.recorded = recorded;
    this.declared = declared;
    renamedAway.addAll(hints.renamedTables().values());
    hints.renamedObjects().values().forEach(old -> renamedAway.add(old.name()));
  }

  static Stream<Problem> problems(Schema recorded, Schema declared, DiffHints hints) {
    return new NameHandover(recorded, declared, hints).problems();
  }

  private Stream<Problem> problems() {
    // A type may come where a sequence has its name.
    Stream<NameHolder> rowTypes = NameHolder.rowTypes(recorded)
        .filter(holder -> holder.kind() != Kind.SEQUENCE && holder.kind() != Kind.IDENTITY);
    return Stream.of(
            problems(NameHolder.relations(recorded), NameHolder.relations(declared)),
            problems(NameHolder.types(recorded), NameHolder.rowTypes(declared)),
            problems(rowTypes, NameHolder.types(declared)),
            problems(NameHolder.types(recorded), NameHolder.types(declared)))
        .flatMap(problems -> problems);
  }

  private Stream<Problem> problems(Stream<NameHolder> before, Stream<NameHolder> after) {
    Map<QualifiedName, NameHolder> owners = new HashMap<>();
    before
        .filter(holder -> !renamedAway.contains(holder.name()))
        .forEach(holder -> owners.putIfAbsent(holder.name(), holder));
    return after.flatMap(holder -> Stream.ofNullable(owners.get(holder.name()))
        .filter(owner -> owner.kind() != holder.kind() && dropped(owner) > holder.kind().created)
        .filter(owner -> !takesOver(holder, owner))
        .map(owner -> problem(owner, holder)));
  }

  /** What belongs to a table goes with it. */
  private int dropped(NameHolder owner) {
    boolean withTable = (owner.place() instanceof OfMember member
            && declared.find(member.table()).isEmpty())
        || (owner.place() instanceof OfColumn column
            && declared.find(column.table()).isEmpty());
    return withTable ? Kind.TABLE.dropped : owner.kind().dropped;
  }

  /** A sequence that gives a column its values in the place of its identity waits for the name. */
  private boolean takesOver(NameHolder holder, NameHolder owner) {
    return owner.place() instanceof OfColumn column
        && declared
            .find(column.table())
            .flatMap(table -> table.columns().find(column.column()))
            .flatMap(Column::defaultExpression)
            .flatMap(SqlExpression::sequence)
            .filter(holder.name()::equals)
            .isPresent();
  }

  private static Problem problem(NameHolder owner, NameHolder holder) {
    String free = NameProblem.cut(holder.name().name() + "_2");
    Fix fix = holder.kind() == Kind.TABLE ? Fix.TABLE : Fix.MEMBER;
    return Problem.error(
        "NameHandover",
        holder.place(),
        holder.what() + " takes the name of " + owner.what() + ", which goes in the same migration",
        "take another name, or let that go before: " + fix.with(free));
  }
}
