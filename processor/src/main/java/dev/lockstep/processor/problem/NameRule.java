package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.NameProblem.Fix;
import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Named;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names are of at most 63 bytes, and not those of system columns. */
final class NameRule implements TableRule {
  /** PostgreSQL manual, 5.6 System Columns. */
  private static final Set<String> SYSTEM_COLUMNS =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    QualifiedName name = table.name();
    return Stream.of(
            Stream.of(
                NameProblem.of(name.name(), Wording.table(name), new OfTable(name, ""), Fix.TABLE)),
            table.columns().stream()
                .filter(NameRule::isDoubtful)
                .map(column -> ofColumn(name, column)),
            table.constraints().stream()
                .filter(NameRule::isDoubtful)
                .map(each -> ofMember(name, Kinds.of(each), each.name())),
            table.indexes().stream()
                .filter(NameRule::isDoubtful)
                .map(each -> ofMember(name, "index", each.name())),
            table.partitions().stream()
                .filter(NameRule::isDoubtful)
                .map(each -> ofMember(name, "partition", each.name())))
        .flatMap(problems -> problems)
        .flatMap(Optional::stream);
  }

  /** Spares the many good names the words that a message would need. */
  private static boolean isDoubtful(Named named) {
    return !NameProblem.isPlain(named.name())
        || (named instanceof Column && SYSTEM_COLUMNS.contains(named.name()));
  }

  private static Optional<Problem> ofColumn(QualifiedName table, Column column) {
    String what = Wording.column(table, column.name());
    Place place = new OfColumn(table, column.name(), "");
    return SYSTEM_COLUMNS.contains(column.name())
        ? Optional.of(Problem.error(
            "NameReserved",
            place,
            what + " has the name of a system column",
            "rename: " + Fix.COLUMN.with(column.name() + "_")))
        : NameProblem.of(column.name(), what, place, Fix.COLUMN);
  }

  private static Optional<Problem> ofMember(QualifiedName table, String kind, String name) {
    String what = Wording.member(kind, table, name);
    return NameProblem.of(name, what, new OfMember(table, name), Fix.MEMBER);
  }

  /** Whether there is nothing to say, as of most. */
  private static boolean isPlain(Table table) {
    return NameProblem.isPlain(table.name().name())
        && arePlain(table.columns())
        && arePlain(table.constraints())
        && arePlain(table.indexes())
        && arePlain(table.partitions());
  }

  private static boolean arePlain(Iterable<? extends Named> items) {
    for (Named item : items) {
      if (isDoubtful(item)) {
        return false;
      }
    }
    return true;
  }
}
