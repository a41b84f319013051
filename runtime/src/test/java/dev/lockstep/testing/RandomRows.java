package dev.lockstep.testing;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Three rows for every table: each column of row n holds the n-th value of its type, so that unique
 * constraints hold and each foreign key finds row n of its target.
 */
public final class RandomRows {
  public static final int ROWS = 3;

  private RandomRows() {}

  /**
   * INSERT statements, to be run with foreign keys switched off ({@code session_replication_role =
   * replica}).
   */
  public static List<String> inserts(Schema schema, String targetSchema) {
    return schema.tables().values().stream()
        .map(table -> insert(table, targetSchema))
        .toList();
  }

  private static String insert(Table table, String targetSchema) {
    List<Column> columns = table.columns().stream()
        .filter(column -> column.computedOption().isEmpty())
        .toList();
    String names =
        columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
    StringBuilder rows = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      int number = row;
      String values = columns.stream()
          .map(column -> literal(column.type(), number))
          .collect(Collectors.joining(", "));
      rows.append(row == 1 ? "(" : ", (").append(values).append(")");
    }
    String schema =
        table.name().schema().isEmpty() ? targetSchema : table.name().schema();
    return "INSERT INTO " + quote(schema) + "." + quote(table.name().name()) + " (" + names
        + ") OVERRIDING SYSTEM VALUE VALUES " + rows;
  }

  /** The n-th value of a type as an SQL literal, without a cast. */
  public static String literal(SqlType type, int n) {
    if (type.array()) {
      return "'{" + n + "}'";
    }
    return switch (type.name()) {
      case "boolean" -> n % 2 == 0 ? "true" : "false";
      case "smallint", "integer", "bigint", "numeric", "real", "double precision" ->
        String.valueOf(n);
      case "uuid" -> "'00000000-0000-0000-0000-00000000000" + n + "'";
      case "date" -> "'2024-01-0" + n + "'";
      case "timestamp" -> "'2024-01-0" + n + " 12:00:00'";
      case "timestamptz" -> "'2024-01-0" + n + " 12:00:00+00'";
      case "time" -> "'12:00:0" + n + "'";
      case "interval" -> "'" + n + " days'";
      case "jsonb" -> "'{\"n\": " + n + "}'";
      case "bytea" -> "'\\x0" + n + "'";
      case "inet" -> "'10.0.0." + n + "'";
      default -> "'" + n + "'";
    };
  }

  private static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
