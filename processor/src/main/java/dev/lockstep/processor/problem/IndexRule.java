package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an index may consist of, and which method can what (PostgreSQL manual, CREATE INDEX). */
final class IndexRule implements TableRule {
  /** The way out of what another method cannot do: a btree can do all of it. */
  static final String ANOTHER_METHOD = "index by another: method = \"btree\"";

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    return table.indexes().stream().flatMap(index -> problems(table, index));
  }

  private static Stream<Problem> problems(Table table, Index index) {
    String what = Wording.member("index", table.name(), index.name());
    Place place = new OfMember(table.name(), index.name());
    List<String> all =
        Stream.concat(columns(index, element -> true), index.include().stream()).toList();
    List<String> ordered = index.method().equals("btree")
        ? columns(index, element -> element.operatorClass().isEmpty()).toList()
        : List.of();
    int size = index.elements().size() + index.include().size();
    return Stream.of(
            Mentions.unknown(table, all, what, place),
            IndexedColumns.problems(table, ordered, all, what, place),
            size > all.size() ? IndexedColumns.tooMany(size, what, place) : Stream.<Problem>of(),
            StorageParameters.ofIndex(index.method()).stream()
                .flatMap(known -> known.problems(index.with(), what, place)),
            inability(index)
                .map(cannot ->
                    Problem.error("IndexMethod", place, what + " " + cannot, ANOTHER_METHOD))
                .stream())
        .flatMap(problems -> problems);
  }

  private static Stream<String> columns(
      Index index, java.util.function.Predicate<IndexElement> wanted) {
    return index.elements().stream()
        .filter(wanted)
        .map(IndexElement::column)
        .filter(Objects::nonNull);
  }

  /** What its method cannot do of it, as {@code is of method gin, which cannot be unique}. */
  static Optional<String> inability(Index index) {
    String method = "is of method " + index.method() + ", which ";
    if (index.method().equals("btree")) {
      return Optional.empty();
    }
    if (!Set.of("gin", "gist", "spgist", "brin", "hash").contains(index.method())) {
      return Optional.empty();
    }
    if (index.unique()) {
      return Optional.of(method + "cannot be unique");
    }
    if (index.elements().stream().anyMatch(each -> each.descending() || each.nullsFirst())) {
      return Optional.of(method + "has no order");
    }
    if (Set.of("hash", "spgist").contains(index.method()) && index.elements().size() > 1) {
      return Optional.of(method + "takes one column");
    }
    return !index.include().isEmpty() && !Set.of("gist", "spgist").contains(index.method())
        ? Optional.of(method + "cannot include columns")
        : Optional.empty();
  }

  /** Whether there is nothing to say, as of most. */
  private static boolean isPlain(Table table) {
    for (Index index : table.indexes()) {
      List<String> columns = new ArrayList<>();
      for (IndexElement element : index.elements()) {
        if (element.column() == null) {
          return false;
        }
        columns.add(element.column());
      }
      boolean usual = index.method().equals("btree")
          && index.include().isEmpty()
          && index.with().isEmpty();
      if (!usual || !IndexedColumns.arePlain(table, columns)) {
        return false;
      }
    }
    return true;
  }
}
