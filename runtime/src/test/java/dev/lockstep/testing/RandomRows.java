package dev.lockstep.testing;

import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Three rows for every table: each column of row n holds the n-th value of its type, so that unique
 * constraints hold and each foreign key finds row n of its target.
 */
public final class RandomRows {
  private static final int ROWS = 3;

  private RandomRows() {}

  /**
   * INSERT statements, to be run with foreign keys switched off ({@code session_replication_role =
   * replica}).
   */
  public static List<String> inserts(Schema schema, String targetSchema) {
    return schema.tables().values().stream()
        .filter(table -> !isEmpty(table))
        .map(table -> insert(schema, table, targetSchema))
        .toList();
  }

  /** How many rows the table gets. */
  public static int count(Table table) {
    return isEmpty(table) ? 0 : ROWS;
  }

  /** Whether there is no partition that rows could be in. */
  static boolean isEmpty(Table table) {
    return table.partitioning() != null
        && table.partitions().stream().allMatch(RandomPartitions::isSpare);
  }

  private static String insert(Schema schema, Table table, String targetSchema) {
    List<Column> columns = table.columns().stream()
        .filter(column -> column.computedOption().isEmpty())
        .toList();
    String names = columns.stream()
        .map(column -> Quoting.quoted(column.name()))
        .collect(Collectors.joining(", "));
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      int number = row;
      String values = columns.stream()
          .map(column -> value(schema, table, column, number))
          .collect(Collectors.joining(", "));
      rows.append(row == 1 ? "(" : ", (").append(values).append(")");
    }
    String namespace =
        table.name().schema().isEmpty() ? targetSchema : table.name().schema();
    return "INSERT INTO " + Quoting.quoted(table.name().in(namespace)) + " (" + names
        + ") OVERRIDING SYSTEM VALUE VALUES " + rows;
  }

  /** The n-th value of a column as an SQL literal; of those that a check lists, if one does. */
  static String value(Schema schema, Table table, Column column, int n) {
    Optional<Check> list = table
        .constraints(Check.class)
        .filter(check -> AllowedValues.areOf(check, column.name()))
        .findFirst();
    if (list.isEmpty()) {
      return literal(schema, column.type(), n);
    }
    List<String> allowed = AllowedValues.of(list.get());
    String one = allowed.get((n - 1) % allowed.size());
    return column.type().array() ? "ARRAY[" + one + "]" : one;
  }

  /** The n-th value of a type as an SQL literal, without a cast. */
  static String literal(Schema schema, SqlType type, int n) {
    Optional<EnumType> enumType =
        schema.objects(EnumType.class).filter(each -> each.isTypeOf(type)).findFirst();
    if (enumType.isPresent()) {
      List<String> values = enumType.get().values();
      String value = values.get((n - 1) % values.size());
      return type.array() ? "'{" + Quoting.element(value) + "}'" : Quoting.literal(value);
    }
    return type.array() ? "'{" + n + "}'" : literal(type.name(), n);
  }

  private static String literal(String type, int n) {
    return switch (type) {
      case "boolean" -> n % 2 == 0 ? "true" : "false";
      case "smallint", "integer", "bigint", "numeric", "real", "double precision" ->
        String.valueOf(n);
      case "uuid" -> "'00000000-0000-0000-0000-00000000000" + n + "'";
      case "date" -> "'2024-01-0" + n + "'";
      case "timestamp" -> "'2024-01-0" + n + " 12:00:00'";
      case "timestamptz" -> "'2024-01-0" + n + " 12:00:00+00'";
      case "time" -> "'12:00:0" + n + "'";
      case "timetz" -> "'12:00:0" + n + "+00'";
      case "interval" -> "'" + n + " days'";
      case "json", "jsonb" -> "'{\"n\": " + n + "}'";
      case "bytea" -> "'\\x0" + n + "'";
      case "inet", "cidr" -> "'10.0.0." + n + "'";
      case "macaddr" -> "'08:00:2b:01:02:0" + n + "'";
      case "bit" -> "B'0" + (n < 2 ? "0" + n : n == 2 ? "10" : "11") + "'";
      case "varbit" -> "B'1" + "0".repeat(n) + "'";
      case "point" -> "'(" + n + ",0)'";
      case "hstore" -> "'n=>" + n + "'";
      case "daterange" -> "'[2024-01-0" + n + ",2024-01-0" + n + "]'";
      case "tstzrange" -> "'[2024-01-0" + n + " 00:00+00,2024-01-0" + n + " 01:00+00)'";
      case "int4multirange" -> "'{[" + n + "0," + n + "5)}'";
      default -> other(type, n);
    };
  }

  private static String other(String type, int n) {
    if (type.endsWith("range") || type.startsWith("own_range")) {
      return "'[" + n + "0," + n + "5)'";
    }
    return type.startsWith("my pair") ? "'(" + n + ",x)'" : "'" + n + "'";
  }
}
