package dev.lockstep.processor.problem;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What could be a rename, since something is gone and something is new beside it. */
final class Candidates {
  private final Map<QualifiedName, List<String>> newColumns;
  private final Map<QualifiedName, List<String>> removedColumns;
  private final Map<Column, List<QualifiedName>> newHomes;
  private final List<String> newClasses;
  private final List<String> removedTables;

  /**
   * Finds them.
   *
   * @param classes table to the qualified name of its class
   */
  Candidates(List<Change> changes, Map<QualifiedName, String> classes) {
    this.newColumns = only(changes, Change.ColumnAdded.class)
        .filter(Candidates::isPlain)
        .collect(groupingBy(
            Change.ColumnAdded::table, mapping(change -> change.column().name(), toList())));
    this.newHomes = Stream.concat(
            only(changes, Change.ColumnAdded.class)
                .filter(Candidates::isPlain)
                .map(change -> Map.entry(bare(change.column()), change.table())),
            only(changes, Change.TableAdded.class)
                .flatMap(change -> change.table().columns().stream()
                    .map(column -> Map.entry(bare(column), change.table().name()))))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    this.removedColumns = only(changes, Change.ColumnRemoved.class)
        .collect(groupingBy(
            Change.ColumnRemoved::table, mapping(change -> change.column().name(), toList())));
    this.newClasses = only(changes, Change.TableAdded.class)
        .map(change -> change.table().name())
        .map(table -> simple(classes.getOrDefault(table, table.name())))
        .toList();
    this.removedTables = only(changes, Change.TableRemoved.class)
        .map(change -> change.table().name().name())
        .toList();
  }

  /** Raw names of the columns that a removed column of that table may have become. */
  List<String> newColumns(QualifiedName table) {
    return newColumns.getOrDefault(table, List.of());
  }

  /** The first table that gets a column of that name and type. */
  Optional<QualifiedName> movedTo(Change.ColumnRemoved removed) {
    return newHomes.getOrDefault(bare(removed.column()), List.of()).stream()
        .sorted()
        .findFirst();
  }

  /** Name and type alone. */
  private static Column bare(Column column) {
    return Column.of(column.name(), column.type());
  }

  /** Raw names of the columns that the new column may have been. */
  List<String> removedFor(Change.ColumnAdded added) {
    return isPlain(added) ? removedColumns.getOrDefault(added.table(), List.of()) : List.of();
  }

  /** Simple names of the classes of the tables that a removed one may have become. */
  List<String> newClasses() {
    return newClasses;
  }

  /** Raw names, without their schemas, of the tables that a new one may have been. */
  List<String> removedTables() {
    return removedTables;
  }

  /** {@code renamed: @Column(renamedFrom = "fax") or @Column(renamedFrom = "phone")}. */
  static String renamedFrom(String annotation, List<String> oldNames) {
    List<String> texts = oldNames.stream()
        .map(name -> Wording.annotation(annotation, "renamedFrom", name))
        .toList();
    return "renamed: " + Wording.either(texts);
  }

  static <C extends Change> Stream<C> only(List<Change> changes, Class<C> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** No column can become a computed one without losing its values. */
  private static boolean isPlain(Change.ColumnAdded change) {
    return change.column().computedOption().isEmpty();
  }

  static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
