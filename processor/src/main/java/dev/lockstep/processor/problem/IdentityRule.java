package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.oneLine;

import dev.lockstep.processor.problem.Place.OfColumn;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL numbers integers, within the bounds of their type. */
final class IdentityRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    return table.columns().stream()
        .filter(column -> column.identityOption().isPresent())
        .flatMap(column -> problem(table.name(), column).stream());
  }

  private static Optional<Problem> problem(QualifiedName table, Column column) {
    String what = Wording.column(table, column.name());
    if (bits(column.type()) == 0) {
      return Optional.of(Problem.error(
          "IdentityType",
          place(table, column, "type"),
          "identity " + what + " is of type " + oneLine(column.type())
              + "; PostgreSQL numbers smallint, integer and bigint",
          "number it: @Column(type = \"bigint\")"));
    }
    if (column.nullable()) {
      return Optional.of(Problem.error(
          "IdentityNullable",
          place(table, column, "nullable"),
          "identity " + what + " takes NULL, but PostgreSQL makes it NOT NULL",
          "require it: @Column(nullable = false)"));
    }
    return wrongOption(column.identityOption().orElseThrow(), column.type())
        .map(wrong -> Problem.error(
            "IdentityOptions", place(table, column, ""), "identity " + what + " " + wrong));
  }

  private static Place place(QualifiedName table, Column column, String attribute) {
    return new OfColumn(table, column.name(), attribute);
  }

  private static int bits(SqlType type) {
    if (type.array() || !type.schema().isEmpty()) {
      return 0;
    }
    return switch (type.name()) {
      case "smallint" -> 16;
      case "integer" -> 32;
      case "bigint" -> 64;
      default -> 0;
    };
  }

  /** PostgreSQL manual, CREATE SEQUENCE. */
  private static Optional<String> wrongOption(Identity identity, SqlType type) {
    long most = Long.MAX_VALUE >> (64 - bits(type));
    boolean ascending = identity.increment() == null || identity.increment() > 0;
    long min = identity.min() != null ? identity.min() : ascending ? 1 : -most - 1;
    long max = identity.max() != null ? identity.max() : ascending ? most : -1;
    Long start = identity.start();
    if (identity.increment() != null && identity.increment() == 0) {
      return Optional.of("has an increment of 0");
    }
    if (identity.cache() != null && identity.cache() < 1) {
      return Optional.of("has a cache of " + identity.cache() + "; at least 1 is needed");
    }
    if (min < -most - 1 || max > most) {
      return Optional.of("has bounds that are no values of type " + oneLine(type));
    }
    if (min >= max) {
      return Optional.of("has min " + min + ", which is not below max " + max);
    }
    return start != null && (start < min || start > max)
        ? Optional.of("has start " + start + ", which is not between " + min + " and " + max)
        : Optional.empty();
  }
}
