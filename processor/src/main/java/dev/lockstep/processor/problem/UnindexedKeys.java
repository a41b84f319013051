package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.diff.Change.ConstraintAdded;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foreign keys that come to a table with rows while no index begins with their columns: PostgreSQL
 * makes none, and goes through the whole table for each row that is deleted on the other side.
 */
record UnindexedKeys(ChangeScope scope) {
  Stream<Problem> of(SchemaDiff diff) {
    return diff.changes().stream()
        .filter(ConstraintAdded.class::isInstance)
        .map(ConstraintAdded.class::cast)
        .filter(added -> added.constraint() instanceof ForeignKey)
        .flatMap(
            added -> problem(scope.schema().table(added.table()), (ForeignKey) added.constraint()));
  }

  private Stream<Problem> problem(Table table, ForeignKey key) {
    if (indexed(table).anyMatch(columns -> beginsWith(columns, key.columns()))) {
      return Stream.of();
    }
    return Stream.of(Problem.warning(
        "ForeignKeyNotIndexed",
        scope.places().of(table.name(), key),
        Wording.member("foreign key", table.name(), key.name())
            + " has no index: each delete from " + quoted(key.target())
            + " reads all rows of " + quoted(table.name()),
        "index it: " + index(key.columns())));
  }

  private static String index(List<String> columns) {
    return columns.stream()
        .map(Wording::javaText)
        .collect(Collectors.joining(
            ", ",
            columns.size() == 1 ? "@Index(columns = " : "@Index(columns = {",
            columns.size() == 1 ? ")" : "})"));
  }

  /**
   * The columns of each index, up to its first expression; a part of the rows may be all it needs.
   */
  private static Stream<List<String>> indexed(Table table) {
    return Stream.of(
            table.primaryKey().stream().map(key -> key.columns()),
            table.constraints(Unique.class).map(Unique::columns),
            table.indexes().stream().map(UnindexedKeys::columns))
        .flatMap(lists -> lists);
  }

  private static List<String> columns(Index index) {
    return index.elements().stream()
        .map(IndexElement::column)
        .takeWhile(Objects::nonNull)
        .map(String::valueOf)
        .toList();
  }

  /** In whatever order. */
  private static boolean beginsWith(List<String> indexed, List<String> columns) {
    return indexed.size() >= columns.size()
        && Set.copyOf(indexed.subList(0, columns.size())).equals(Set.copyOf(columns));
  }
}
