package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;
import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfMember;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WITHOUT OVERLAPS: the last of several columns is a range or multirange (PostgreSQL 18 manual,
 * CREATE TABLE).
 */
final class OverlapsRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (isPlain(table)) {
      return Stream.of();
    }
    Stream<Optional<Problem>> keys = table
        .constraints(PrimaryKey.class)
        .filter(PrimaryKey::withoutOverlaps)
        .map(key -> problem(table, key, key.columns()));
    Stream<Optional<Problem>> uniques = table
        .constraints(Unique.class)
        .filter(Unique::withoutOverlaps)
        .map(unique -> problem(table, unique, unique.columns()));
    return Stream.concat(keys, uniques).flatMap(Optional::stream);
  }

  private static Optional<Problem> problem(
      Table table, Constraint constraint, List<String> columns) {
    String what = Wording.member(Kinds.of(constraint), table.name(), constraint.name())
        + " is without overlaps";
    Place place = new OfMember(table.name(), constraint.name());
    if (columns.size() < 2) {
      return Optional.of(
          Problem.error("OverlapsAlone", place, what + " and needs a column beside the range"));
    }
    return table
        .columns()
        .find(columns.get(columns.size() - 1))
        .filter(last -> !mayBeRange(last.type()))
        .map(last -> notRange(place, what, last));
  }

  private static Problem notRange(Place place, String what, Column last) {
    return Problem.error(
        "OverlapsType",
        place,
        what + ", but its last column " + quoted(last.name()) + " is of type "
            + oneLine(last.type()) + ", not a range",
        "make it one: " + Wording.annotation("Column", "type", range(last.type())));
  }

  /** The range of values of that type, or of a moment. */
  private static String range(SqlType type) {
    return switch (type.name()) {
      case "smallint", "integer" -> "int4range";
      case "bigint" -> "int8range";
      case "numeric" -> "numrange";
      case "date" -> "daterange";
      case "timestamp" -> "tsrange";
      default -> "tstzrange";
    };
  }

  /** A type that is not PostgreSQL's own may be one. */
  static boolean mayBeRange(SqlType type) {
    return !type.array() && (!type.isBuiltIn() || type.name().endsWith("range"));
  }

  /** Whether no key is without overlaps. */
  static boolean isPlain(Table table) {
    for (Constraint constraint : table.constraints()) {
      boolean without = constraint instanceof PrimaryKey key
          ? key.withoutOverlaps()
          : constraint instanceof Unique unique && unique.withoutOverlaps();
      if (without) {
        return false;
      }
    }
    return true;
  }
}
