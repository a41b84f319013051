package dev.lockstep.processor.stories;

import static java.util.stream.Collectors.joining;

import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A database that a story looks into by SQL of its own. Stories share a few, each emptied before
 * its next use: to make one takes longer than all else.
 */
record Rows(DataSource source) {
  private static final Map<String, Rows> SHARED = new HashMap<>();

  /** The empty database of that name; nobody else may be using it. */
  static Rows empty(String name, int major) {
    Rows rows = SHARED.computeIfAbsent(name + major, key -> new Rows(Postgres.newDatabase(major)));
    rows.execute("""
        DO $$
        DECLARE name text;
        BEGIN
          FOR name IN SELECT nspname FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
            EXECUTE format('DROP SCHEMA %I CASCADE', name);
          END LOOP;
          CREATE SCHEMA public;
        END
        $$
        """);
    return rows;
  }

  void execute(String sql) {
    execute(sql.isEmpty() ? List.of() : List.of(sql));
  }

  void execute(List<String> statements) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        try {
          statement.execute(sql);
        } catch (SQLException e) {
          throw new AssertionError(e.getMessage() + "\n" + sql, e);
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** How many rows each table has. */
  Map<QualifiedName, Long> counts(Schema schema) throws SQLException {
    Map<QualifiedName, Long> counts = new TreeMap<>();
    for (QualifiedName table : schema.tables().keySet()) {
      String in = table.schema().isEmpty() ? "public" : table.schema();
      String name = PostgresDdl.quote(in) + "." + PostgresDdl.quote(table.name());
      counts.put(table, Long.valueOf(lines("SELECT count(*) FROM " + name).get(0)));
    }
    return counts;
  }

  /**
   * The queries of a section, each with its answer after it.
   *
   * <pre>
   * SELECT id, name FROM person ORDER BY id;
   * 1 | Ada
   * 2 | null
   * </pre>
   *
   * @param section queries and maybe answers; a query ends with a semicolon at the end of a line,
   *     an answer with an empty line
   */
  String answers(String section) throws SQLException {
    List<String> parts = new ArrayList<>();
    for (String part : section.split("\n\n", -1)) {
      String query = part.substring(0, (part + "\n").indexOf(";\n") + 1);
      if (query.isEmpty()) {
        throw new IllegalArgumentException("no query: " + part);
      }
      parts.add(Stream.concat(Stream.of(query), lines(query).stream()).collect(joining("\n")));
    }
    return String.join("\n\n", parts);
  }

  private List<String> lines(String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> lines = new ArrayList<>();
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        lines.add(String.join(" | ", values));
      }
      return lines;
    }
  }
}
