package dev.lockstep.engine;

import dev.lockstep.postgres.PostgresDdl;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By a key, whose columns hold no NULL and whose index has the order that their types have by
 * themselves. Literals without a type get that of the column beside them, so the server reads back
 * just what it wrote.
 *
 * @param source the relation as FROM has it
 * @param columns of the key, quoted
 * @param end the last key to look at; empty for all
 */
record KeyOrder(String source, List<String> columns, List<String> end) implements RowOrder {
  KeyOrder {
    columns = List.copyOf(columns);
    end = List.copyOf(end);
  }

  KeyOrder(String source, List<String> columns) {
    this(source, columns, List.of());
  }

  @Override
  public String name() {
    return row(columns);
  }

  @Override
  public RowOrder asOfNow(Session session) throws SQLException {
    String last = "SELECT " + written() + " FROM (SELECT " + String.join(", ", columns) + " FROM "
        + source + ") AS w ORDER BY " + backwards() + " LIMIT 1";
    return session.query(last, row -> key(row, 1)).stream()
        .findFirst()
        .map(key -> new KeyOrder(source, columns, key))
        .orElse(this);
  }

  @Override
  public Optional<RowWindow> next(Session session, List<String> after, int rows)
      throws SQLException {
    String start = after.isEmpty() ? "" : compared(">", after);
    String bounds = Stream.of(start, end.isEmpty() ? "" : compared("<=", end))
        .filter(bound -> !bound.isEmpty())
        .collect(Collectors.joining(" AND "));
    return session
        .query(lastOf(bounds, rows), row -> window(start, row.getLong(1), key(row, 2), rows))
        .stream()
        .findFirst();
  }

  private List<String> key(ResultSet row, int first) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      key.add(row.getString(i + first));
    }
    return key;
  }

  private RowWindow window(String start, long found, List<String> last, int rows) {
    String condition = (start.isEmpty() ? "" : start + " AND ") + compared("<=", last);
    return new RowWindow(condition, limit(rows), found, last, found < rows);
  }

  /** How many rows there are, and the key of the last. */
  private String lastOf(String bounds, int rows) {
    return "SELECT pg_catalog.count(*) OVER (), " + written() + " FROM (SELECT "
        + String.join(", ", columns) + " FROM " + source
        + (bounds.isEmpty() ? "" : " WHERE " + bounds) + limit(rows) + ") AS w ORDER BY "
        + backwards() + " LIMIT 1";
  }

  private String written() {
    return columns.stream()
        .map(column -> "pg_catalog.format('%s', w." + column + ")")
        .collect(Collectors.joining(", "));
  }

  private String backwards() {
    return columns.stream()
        .map(column -> "w." + column + " DESC")
        .collect(Collectors.joining(", "));
  }

  private String limit(int rows) {
    return " ORDER BY " + String.join(", ", columns) + " LIMIT " + rows;
  }

  private String compared(String operator, List<String> key) {
    return row(columns) + " OPERATOR(pg_catalog." + operator + ") "
        + row(key.stream().map(PostgresDdl::literal).toList());
  }

  private static String row(List<String> parts) {
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(", ", parts) + ")";
  }
}
