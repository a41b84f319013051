package dev.lockstep.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Values for rows whose true values are gone, where a column must not be NULL: zero, empty, the
 * beginning of time.
 */
public final class Placeholder {
  private static final Map<String, String> BY_TYPE = Map.ofEntries(
      Map.entry("boolean", "false"),
      Map.entry("smallint", "0"),
      Map.entry("integer", "0"),
      Map.entry("bigint", "0"),
      Map.entry("numeric", "0"),
      Map.entry("real", "0"),
      Map.entry("double precision", "0"),
      Map.entry("money", "0"),
      Map.entry("text", "''"),
      Map.entry("varchar", "''"),
      Map.entry("char", "''"),
      Map.entry("citext", "''"),
      Map.entry("name", "''"),
      Map.entry("bytea", "''"),
      Map.entry("uuid", "'00000000-0000-0000-0000-000000000000'"),
      Map.entry("date", "'1970-01-01'"),
      Map.entry("timestamp", "'1970-01-01 00:00:00'"),
      Map.entry("timestamptz", "'1970-01-01 00:00:00+00'"),
      Map.entry("time", "'00:00:00'"),
      Map.entry("timetz", "'00:00:00+00'"),
      Map.entry("interval", "'0'"),
      Map.entry("json", "'{}'"),
      Map.entry("jsonb", "'{}'"),
      Map.entry("inet", "'0.0.0.0'"),
      Map.entry("cidr", "'0.0.0.0/0'"),
      Map.entry("macaddr", "'00:00:00:00:00:00'"),
      Map.entry("macaddr8", "'00:00:00:00:00:00:00:00'"),
      Map.entry("tsvector", "''"),
      Map.entry("xml", "''"),
      Map.entry("varbit", "''"),
      Map.entry("point", "'(0,0)'"));

  private Placeholder() {}

  /**
   * A value of that type, the same for every row; of a type that is not known here an empty text,
   * converted.
   */
  public static SqlExpression of(SqlType type) {
    if (type.array()) {
      return SqlExpression.of("'{}'");
    }
    if (type.name().equals("bit")) {
      return SqlExpression.of("0::" + type);
    }
    if (type.name().endsWith("range")) {
      return SqlExpression.of(type.name().endsWith("multirange") ? "'{}'" : "'empty'");
    }
    String literal = BY_TYPE.get(type.name().startsWith("interval") ? "interval" : type.name());
    return SqlExpression.of(
        literal == null || !type.schema().isEmpty() ? "''::text::" + type : literal);
  }

  /** A value of that type, another for every row where the type can hold that many. */
  public static SqlExpression distinct(SqlType type) {
    SqlExpression constant = of(type);
    if (type.array()) {
      return constant;
    }
    return switch (type.name()) {
      case "smallint", "integer", "bigint", "numeric", "real", "double precision" ->
        SqlExpression.of(rowNumber(type));
      case "text", "citext" -> SqlExpression.of("gen_random_uuid()::text");
      case "varchar", "char" -> SqlExpression.of(textOfLength(type));
      case "uuid" -> SqlExpression.of("gen_random_uuid()");
      case "timestamp", "timestamptz" ->
        SqlExpression.of(constant + "::" + type + " + " + rowNumber(SqlType.of("integer"))
            + " * interval '1 s'");
      case "int4range", "int8range", "numrange" -> range(type, rowNumber(SqlType.of("integer")));
      case "daterange" ->
        range(type, "(date '1970-01-01' + " + rowNumber(SqlType.of("integer")) + ")");
      case "tsrange", "tstzrange" ->
        range(
            type,
            "(" + (type.name().equals("tsrange") ? "timestamp" : "timestamptz")
                + " '1970-01-01 00:00:00+00' + " + rowNumber(SqlType.of("integer"))
                + " * interval '1 s')");
      case "date" ->
        SqlExpression.of("date " + constant + " + " + rowNumber(SqlType.of("integer")));
      default -> constant;
    };
  }

  /**
   * A column of the first key of a table, as the value of a foreign key.
   *
   * @param key raw names of all columns of the key, so that the columns of a composite key agree
   */
  public static SqlExpression firstOf(QualifiedName table, String column, List<String> key) {
    String schema = table.schema().isEmpty() ? "" : SqlTokens.identifier(table.schema()) + ".";
    String order = key.stream().map(SqlTokens::identifier).collect(Collectors.joining(", "));
    return SqlExpression.of("(SELECT %s FROM %s ORDER BY %s LIMIT 1)"
        .formatted(
            SqlTokens.identifier(column), schema + SqlTokens.identifier(table.name()), order));
  }

  /** The first of the literals that a check {@code column IN (...)} allows, if it has that form. */
  public static Optional<SqlExpression> allowedBy(Check check, Column column) {
    return !column.type().array() && AllowedValues.areOf(check, column.name())
        ? AllowedValues.of(check).stream().findFirst().map(SqlExpression::of)
        : Optional.empty();
  }

  /**
   * The place of the row in its table: page times the most rows of a page (at 8 kB less than 300),
   * and its line in the page.
   */
  private static String rowNumber(SqlType type) {
    return "(((ctid::text::point)[0] * 300 + (ctid::text::point)[1])::" + type + ")";
  }

  /** Of that value alone, so that no two overlap. */
  private static SqlExpression range(SqlType type, String value) {
    return SqlExpression.of(type + "(" + value + ", " + value + ", '[]')");
  }

  private static String textOfLength(SqlType type) {
    boolean fits =
        type.modifiers().isEmpty() || Integer.parseInt(type.modifiers().get(0)) >= 36;
    return fits
        ? "gen_random_uuid()::text"
        : "left(md5(gen_random_uuid()::text), " + type.modifiers().get(0) + ")";
  }
}
