package dev.lockstep.processor.problem;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an exclusion constraint may compare, and by which index (PostgreSQL manual, CREATE TABLE).
 */
final class ExclusionRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (!TableTraits.has(table, Exclusion.class)) {
      return Stream.of();
    }
    return table.constraints(Exclusion.class).flatMap(each -> problems(table, each));
  }

  private static Stream<Problem> problems(Table table, Exclusion exclusion) {
    String what = Wording.member(Kinds.of(exclusion), table.name(), exclusion.name());
    Place place = new OfMember(table.name(), exclusion.name());
    List<String> columns = exclusion.elements().stream()
        .map(element -> element.what().column())
        .filter(Objects::nonNull)
        .toList();
    return Stream.concat(
        IndexedColumns.problems(table, List.of(), columns, what, place),
        methods(exclusion, what, place));
  }

  private static Stream<Problem> methods(Exclusion exclusion, String what, Place place) {
    String method = what + " is of method " + exclusion.method() + ", which ";
    if (Set.of("gin", "brin").contains(exclusion.method())) {
      return Stream.of(Problem.error(
          "IndexMethod", place, method + "cannot exclude", "exclude by another: using = \"gist\""));
    }
    if (Set.of("hash", "spgist").contains(exclusion.method())
        && exclusion.elements().size() > 1) {
      return Stream.of(Problem.error(
          "IndexMethod",
          place,
          method + "takes one column",
          "exclude by another: using = \"gist\""));
    }
    boolean sorted = exclusion.elements().stream()
        .map(Exclusion.Element::what)
        .anyMatch(ExclusionRule::isSorted);
    return sorted && Set.of("gist", "hash", "spgist").contains(exclusion.method())
        ? Stream.of(Problem.error(
            "IndexMethod",
            place,
            method + "has no order",
            "leave the order out: elements = \"... with " + operator(exclusion) + "\""))
        : Stream.of();
  }

  private static String operator(Exclusion exclusion) {
    return exclusion.elements().stream()
        .filter(element -> isSorted(element.what()))
        .map(Exclusion.Element::operator)
        .findFirst()
        .orElse("=");
  }

  private static boolean isSorted(IndexElement element) {
    return element.descending() || element.nullsFirst();
  }
}
