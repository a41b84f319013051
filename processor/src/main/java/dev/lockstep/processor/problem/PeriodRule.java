package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A foreign key refers to a key without overlaps by PERIOD, and to no other (PostgreSQL 18 manual,
 * CREATE TABLE).
 */
final class PeriodRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table, declared)) {
      return Stream.of();
    }
    return table
        .foreignKeys()
        .flatMap(key ->
            declared.find(key.target()).stream().flatMap(target -> problems(table, key, target)));
  }

  private static Stream<Problem> problems(Table table, ForeignKey key, Table target) {
    String what = Wording.member("foreign key", table.name(), key.name());
    Place place = new OfMember(table.name(), key.name());
    if (!key.coversPeriod()) {
      return hasKey(target, key.targetColumns(), false)
              || !hasKey(target, key.targetColumns(), true)
          ? Stream.of()
          : Stream.of(Problem.error(
              "PeriodMissing",
              place,
              what + " refers to a key without overlaps, but not to its period",
              "refer to a period: period = true"));
    }
    if (key.targetColumns().size() == key.columns().size()
        && !hasKey(target, key.targetColumns(), true)) {
      return Stream.of(Problem.error(
          "PeriodTarget",
          place,
          what + " refers to a period, but no key of " + Wording.table(target.name())
              + " without overlaps ends in column "
              + Wording.quoted(last(key.targetColumns()))));
    }
    return Stream.of(
            action(key.onDelete(), "ON DELETE", "onDelete", what, place),
            action(key.onUpdate(), "ON UPDATE", "onUpdate", what, place))
        .flatMap(Optional::stream);
  }

  private static Optional<Problem> action(
      ReferentialAction action, String event, String attribute, String what, Place place) {
    return action == ReferentialAction.NO_ACTION
        ? Optional.empty()
        : Optional.of(Problem.error(
            "PeriodAction",
            place,
            what + " refers to a period and is " + event + " " + action.name().replace('_', ' ')
                + "; PostgreSQL knows NO ACTION there",
            "leave it: " + attribute + " = ReferentialAction.NO_ACTION"));
  }

  /** Of those columns in any order; one without overlaps ends in the last of them. */
  private static boolean hasKey(Table target, List<String> columns, boolean withoutOverlaps) {
    Stream<List<String>> keys = Stream.concat(
        target
            .constraints(PrimaryKey.class)
            .filter(key -> key.withoutOverlaps() == withoutOverlaps)
            .map(PrimaryKey::columns),
        target
            .constraints(Unique.class)
            .filter(unique -> unique.withoutOverlaps() == withoutOverlaps)
            .map(Unique::columns));
    return keys.anyMatch(key -> Set.copyOf(key).equals(Set.copyOf(columns))
        && (!withoutOverlaps || last(key).equals(last(columns))));
  }

  private static String last(List<String> columns) {
    return columns.get(columns.size() - 1);
  }

  /** Whether neither side of a foreign key knows periods. */
  private static boolean isPlain(Table table, Schema declared) {
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof ForeignKey key) {
        Table target = declared.tables().get(key.target());
        if (key.coversPeriod() || (target != null && !OverlapsRule.isPlain(target))) {
          return false;
        }
      }
    }
    return true;
  }
}
