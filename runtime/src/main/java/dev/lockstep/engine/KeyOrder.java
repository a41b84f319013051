package dev.lockstep.engine;

import dev.lockstep.postgres.PostgresDdl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * By a key, whose columns hold no NULL and whose index has the order that their types have by
 * themselves. Literals without a type get that of the column beside them, so the server reads back
 * just what it wrote.
 *
 * @param source the relation as FROM has it
 * @param columns of the key, quoted
 */
record KeyOrder(String source, List<String> columns) implements RowOrder {
  KeyOrder {
    columns = List.copyOf(columns);
  }

  @Override
  public String name() {
    return row(columns);
  }

  @Override
  public Optional<RowWindow> next(Session session, List<String> after, int rows)
      throws SQLException {
    String start = after.isEmpty() ? "" : compared(">", after);
    return session
        .query(lastOf(start, rows), row -> {
          List<String> last = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) {
            last.add(row.getString(i + 2));
          }
          return window(start, row.getLong(1), last, rows);
        })
        .stream()
        .findFirst();
  }

  private RowWindow window(String start, long found, List<String> last, int rows) {
    String condition = (start.isEmpty() ? "" : start + " AND ") + compared("<=", last);
    return new RowWindow(condition, limit(rows), found, last, found < rows);
  }

  /** How many rows there are, and the key of the last. */
  private String lastOf(String start, int rows) {
    String written = IntStream.range(0, columns.size())
        .mapToObj(i -> "pg_catalog.format('%s', w." + columns.get(i) + ")")
        .collect(Collectors.joining(", "));
    String backwards =
        columns.stream().map(column -> "w." + column + " DESC").collect(Collectors.joining(", "));
    return "SELECT pg_catalog.count(*) OVER (), " + written + " FROM (SELECT "
        + String.join(", ", columns) + " FROM " + source
        + (start.isEmpty() ? "" : " WHERE " + start) + limit(rows) + ") AS w ORDER BY " + backwards
        + " LIMIT 1";
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
