package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What PostgreSQL can put into an index. */
final class IndexedColumns {
  /** INDEX_MAX_KEYS (PostgreSQL manual, appendix K, Limits). */
  private static final int MOST = 32;

  /** Types without an order for a btree, in PostgreSQL 14 to 18. */
  private static final Set<String> UNORDERED = Set.of(
      "json",
      "jsonpath",
      "xml",
      "xid",
      "point",
      "line",
      "lseg",
      "box",
      "path",
      "polygon",
      "circle",
      "pg_snapshot",
      "txid_snapshot");

  private IndexedColumns() {}

  /**
   * What is wrong with the columns of an index.
   *
   * @param ordered the columns that it sorts by PostgreSQL's own order of their types
   * @param all with those that are only carried along
   */
  static Stream<Problem> problems(
      Table table, List<String> ordered, List<String> all, String what, Place place) {
    return Stream.of(
            tooMany(all.size(), what, place),
            columns(table, ordered)
                .filter(column -> isUnordered(column.type()))
                .map(column -> Problem.error(
                    "TypeHasNoOrder",
                    place,
                    what + " names column " + quoted(column.name()) + ", but type "
                        + oneLine(column.type()) + " has no order")),
            columns(table, all)
                .filter(IndexedColumns::isVirtual)
                .map(column -> Problem.error(
                    "VirtualColumnIndexed",
                    place,
                    what + " names column " + quoted(column.name())
                        + ", which is computed but not stored",
                    "store it: @Computed(value = " + Wording.javaText(expression(column))
                        + ", stored = true)")))
        .flatMap(problems -> problems);
  }

  /** Whether they are as most are, known and in order: then there is nothing wrong with them. */
  static boolean arePlain(Table table, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      String name = columns.get(i);
      if (columns.indexOf(name) < i || !table.columns().contains(name)) {
        return false;
      }
      Column column = table.columns().get(name);
      if (isUnordered(column.type()) || column.value() instanceof Computed) {
        return false;
      }
    }
    return columns.size() <= MOST;
  }

  static Stream<Problem> tooMany(int columns, String what, Place place) {
    return columns <= MOST
        ? Stream.of()
        : Stream.of(Problem.error(
            "TooManyColumns",
            place,
            what + " has " + columns + " columns; PostgreSQL takes " + MOST));
  }

  private static Stream<Column> columns(Table table, List<String> names) {
    return names.stream().flatMap(name -> table.columns().find(name).stream());
  }

  private static boolean isUnordered(SqlType type) {
    return type.schema().isEmpty() && !type.array() && UNORDERED.contains(type.name());
  }

  private static boolean isVirtual(Column column) {
    return column.computedOption().filter(computed -> !computed.stored()).isPresent();
  }

  private static String expression(Column column) {
    return column.computedOption().orElseThrow().expression().text();
  }
}
