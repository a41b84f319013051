package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.stream.Stream;

/** What a primary key and a unique constraint may consist of. */
final class KeyRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    return Stream.of(
            table
                .constraints(PrimaryKey.class)
                .flatMap(key -> indexed(table, key, key.columns(), List.of())),
            table
                .constraints(Unique.class)
                .flatMap(unique -> indexed(table, unique, unique.columns(), unique.include())))
        .flatMap(problems -> problems);
  }

  private static Stream<Problem> indexed(
      Table table, Constraint constraint, List<String> columns, List<String> include) {
    String what = Wording.member(Kinds.of(constraint), table.name(), constraint.name());
    Place place = new OfMember(table.name(), constraint.name());
    List<String> all = Stream.concat(columns.stream(), include.stream()).toList();
    return Stream.of(
            Mentions.unknown(table, all, what, place),
            Mentions.repeated(columns, what, place),
            IndexedColumns.problems(table, columns, all, what, place))
        .flatMap(problems -> problems);
  }

  /** Whether there is nothing to say, as of most. */
  private static boolean isPlain(Table table) {
    for (Constraint constraint : table.constraints()) {
      boolean plain = constraint instanceof Unique unique
          ? unique.include().isEmpty() && IndexedColumns.arePlain(table, unique.columns())
          : !(constraint instanceof PrimaryKey key)
              || IndexedColumns.arePlain(table, key.columns());
      if (!plain) {
        return false;
      }
    }
    return true;
  }
}
