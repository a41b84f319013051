package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.SqlType;
import java.util.List;
import java.util.Set;

/** The types of random columns, and what PostgreSQL can do with them. */
final class Types {
  /** Types whose values convert into each other for the values of {@link RandomRows}. */
  static final List<String> CONVERTIBLE = List.of(
      "smallint",
      "integer",
      "bigint",
      "numeric(10,2)",
      "numeric",
      "text",
      "varchar(40)",
      "varchar(80)");

  static final List<String> OTHERS = List.of(
      "boolean",
      "uuid",
      "date",
      "timestamp",
      "timestamptz",
      "timestamptz(3)",
      "jsonb",
      "json",
      "bytea",
      "real",
      "double precision",
      "text[]",
      "integer[]",
      "varchar(20)[]",
      "time",
      "timetz",
      "interval",
      "interval(3)",
      "inet",
      "cidr",
      "macaddr",
      "char(3)",
      "bit(3)",
      "varbit(8)",
      "point",
      "tsvector",
      "money",
      "int4range",
      "numrange",
      "daterange",
      "tstzrange",
      "int4multirange",
      "numeric(6,3)[]");

  private static final Set<String> KEYABLE = Set.of(
      "smallint",
      "integer",
      "bigint",
      "numeric",
      "text",
      "varchar",
      "uuid",
      "date",
      "timestamp",
      "timestamptz",
      "citext");

  private Types() {}

  static boolean isInteger(SqlType type) {
    return !type.array() && Set.of("smallint", "integer", "bigint").contains(type.name());
  }

  static boolean isNumber(SqlType type) {
    return isInteger(type) || (!type.array() && type.name().equals("numeric"));
  }

  static boolean isString(SqlType type) {
    return !type.array()
        && type.schema().isEmpty()
        && Set.of("text", "varchar").contains(type.name());
  }

  static boolean isConvertible(SqlType type) {
    return CONVERTIBLE.contains(type.toString());
  }

  /** Whether it is one of PostgreSQL's own range types. */
  static boolean isRange(SqlType type) {
    return !type.array()
        && type.isBuiltIn()
        && type.name().endsWith("range")
        && !type.name().endsWith("multirange");
  }

  /** Whether a btree index takes it. */
  static boolean isOrdered(SqlType type) {
    return !Set.of("json", "point").contains(type.name());
  }

  /** Whether its values are too long for a page of an index, or of no interest there. */
  static boolean isDocument(SqlType type) {
    return Set.of("json", "jsonb", "bytea", "tsvector", "hstore").contains(type.name());
  }

  /** Whether rows can have distinct values of it, also those that a downgrade has to invent. */
  static boolean isKeyable(Column column) {
    return column.computedOption().isEmpty()
        && column.defaultExpression().isEmpty()
        && !column.type().array()
        && KEYABLE.contains(column.type().name());
  }
}
