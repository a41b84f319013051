package dev.lockstep.diff;

import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A key that an operation drops: statements that say ON CONFLICT with its columns need one.
 *
 * @param columns by the names that the operation meets
 */
record KeyLoss(QualifiedName table, List<String> columns) {

  /** That of a primary key, a unique constraint or a unique index; empty for all else. */
  static Optional<KeyLoss> in(Operation operation, Schema before) {
    if (operation instanceof DropConstraint drop) {
      return of(
          drop.table(),
          KeyIndex.columns(before.table(drop.table()).constraints().get(drop.name())));
    }
    return operation instanceof DropIndex drop
        ? before
            .tableOfIndex(drop.index())
            .flatMap(table ->
                of(table.name(), columns(table.indexes().get(drop.index().name()))))
        : Optional.empty();
  }

  private static Optional<KeyLoss> of(QualifiedName table, List<String> columns) {
    return columns.isEmpty() ? Optional.empty() : Optional.of(new KeyLoss(table, columns));
  }

  /** Whether its columns were there before the list, and have no key after it. */
  boolean isReal(Identities now, Identities atEnd, Schema end) {
    List<Thing.OfColumn> known =
        columns.stream().flatMap(each -> now.column(table, each).stream()).toList();
    List<Member> last =
        known.stream().flatMap(each -> atEnd.find(each).stream()).toList();
    if (known.stream().anyMatch(Thing.OfColumn::isNew)) {
      return false;
    }
    if (last.size() < columns.size()) {
      return true;
    }
    List<String> names = last.stream().map(Member::name).toList();
    return keys(end.table(last.get(0).table())).noneMatch(Set.copyOf(names)::equals);
  }

  private static Stream<Set<String>> keys(Table table) {
    return Stream.concat(
            table.constraints().stream().map(KeyIndex::columns),
            table.indexes().stream().map(KeyLoss::columns))
        .filter(columns -> !columns.isEmpty())
        .map(Set::copyOf);
  }

  /** Of one over columns and all rows. */
  private static List<String> columns(Index index) {
    return index.unique() && index.expressions().findAny().isEmpty()
        ? index.elements().stream()
            .map(IndexElement::column)
            .flatMap(Stream::ofNullable)
            .toList()
        : List.of();
  }
}
