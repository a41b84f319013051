package dev.lockstep.processor.model;

import static dev.lockstep.schema.SqlTokens.identifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.IndexElement;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks each server which names it chooses, and compares. */
class DefaultNamesTest {
  private static final String LONG = "x".repeat(63);
  private static final String EURO = "€".repeat(21);
  private static final String EMOJI = "😀".repeat(15);

  /** One statement that leaves a name to the server. */
  private record Step(String table, String kind, List<String> keys, List<String> include) {
    static Step of(String table, String kind, String... keys) {
      return new Step(table, kind, List.of(keys), List.of());
    }

    Step include(String... columns) {
      return new Step(table, kind, keys, List.of(columns));
    }

    String ourName(DefaultNames names) {
      List<String> all = Stream.concat(keys.stream(), include.stream()).toList();
      return switch (kind) {
        case "pkey" -> names.primaryKey(table);
        case "unique" -> names.unique(table, all);
        case "fkey" -> names.foreignKey(table, keys);
        case "check" -> names.check(table, keys.size() == 1 ? keys.get(0) : null);
        case "index" ->
          names.index(table, keys.stream().map(IndexElement::ofColumn).toList(), include);
        default -> throw new IllegalArgumentException(kind);
      };
    }

    Set<String> columns() {
      return new LinkedHashSet<>(Stream.concat(keys.stream(), include.stream()).toList());
    }

    String sql() {
      String on = identifier(table);
      String list = keys.stream().map(key -> identifier(key)).collect(Collectors.joining(", "));
      String carried = include.isEmpty()
          ? ""
          : include.stream()
              .map(key -> identifier(key))
              .collect(Collectors.joining(", ", " INCLUDE (", ")"));
      String add = "ALTER TABLE " + on + " ADD ";
      return switch (kind) {
        case "pkey" -> add + "PRIMARY KEY (" + list + ")";
        case "unique" -> add + "UNIQUE (" + list + ")" + carried;
        case "fkey" -> add + "FOREIGN KEY (" + list + ") REFERENCES target_" + keys.size();
        case "check" ->
          add + "CHECK (" + (keys.isEmpty() ? "1 > 0" : "coalesce(" + list + ") <> 'x'") + ")";
        case "index" -> "CREATE INDEX ON " + on + " (" + list + ")" + carried;
        default -> throw new IllegalArgumentException(kind);
      };
    }
  }

  /** Statements of one schema, in order. */
  private static final List<List<Step>> STORIES = List.of(
      List.of(Step.of("t", "pkey", "a")),
      List.of(Step.of("t", "pkey", "b", "a")),
      List.of(Step.of("User", "pkey", "Id")),
      List.of(Step.of("select", "pkey", "from")),
      List.of(Step.of(LONG, "pkey", "a")),
      List.of(Step.of("a".repeat(58), "pkey", "a")),
      List.of(Step.of("a".repeat(59), "pkey", "a")),
      List.of(Step.of(EURO, "pkey", "a")),
      List.of(Step.of("a" + "€".repeat(20), "pkey", "a")),
      List.of(Step.of("ab" + "€".repeat(20), "pkey", "a")),
      List.of(Step.of(EMOJI, "pkey", "a")),
      List.of(Step.of("\"", "pkey", "'")),
      List.of(Step.of("a\"b; drop table x", "unique", "c'd--")),
      List.of(Step.of(" ", "unique", " ")),
      List.of(Step.of("t", "unique", "a")),
      List.of(Step.of("t", "unique", "a", "b", "c")),
      List.of(Step.of("t", "unique", "c", "a")),
      List.of(Step.of("t", "unique", "a").include("b")),
      List.of(Step.of("t", "unique", "a").include("b", "a")),
      List.of(Step.of("t", "unique", LONG)),
      List.of(Step.of(LONG, "unique", "a")),
      List.of(Step.of(LONG, "unique", LONG)),
      List.of(Step.of(LONG, "unique", "y".repeat(63), "z".repeat(63))),
      List.of(Step.of("t".repeat(30), "unique", "y".repeat(30))),
      List.of(Step.of("t".repeat(31), "unique", "y".repeat(30))),
      List.of(Step.of("t".repeat(30), "unique", "y".repeat(31))),
      List.of(
          Step.of("t", "unique", "a".repeat(20), "b".repeat(20), "c".repeat(20), "d".repeat(20))),
      List.of(Step.of("t", "unique", "a".repeat(63), "b", "c")),
      List.of(Step.of("t", "unique", "a".repeat(62), "b", "c")),
      List.of(Step.of("t", "unique", "a".repeat(61), "b", "c")),
      List.of(Step.of("t", "unique", EURO)),
      List.of(Step.of(EURO, "unique", EMOJI)),
      List.of(Step.of("名前", "unique", "電子メール")),
      List.of(Step.of("t", "unique", "é".repeat(31))),
      List.of(Step.of("tt", "unique", "é".repeat(31))),
      List.of(Step.of("t", "fkey", "a")),
      List.of(Step.of("t", "fkey", "a", "b")),
      List.of(Step.of("order", "fkey", "user_id")),
      List.of(Step.of(LONG, "fkey", "user_id")),
      List.of(Step.of("t", "fkey", LONG)),
      List.of(Step.of(EURO, "fkey", EURO)),
      List.of(Step.of("t", "fkey", "a", "b"), Step.of("t", "fkey", "a", "b")),
      List.of(Step.of("t", "check", "a")),
      List.of(Step.of("t", "check")),
      List.of(Step.of("t", "check", "a", "b")),
      List.of(Step.of(LONG, "check", "a")),
      List.of(Step.of(LONG, "check", "a"), Step.of(LONG, "check", "a")),
      List.of(Step.of("t", "check", "a"), Step.of("t", "check", "a"), Step.of("t", "check", "a")),
      List.of(Step.of("t", "check"), Step.of("t", "check")),
      List.of(Step.of("a_b", "check", "c"), Step.of("a", "check", "b_c")),
      List.of(Step.of("a_b", "fkey", "c"), Step.of("a", "fkey", "b_c")),
      List.of(Step.of("a_b", "unique", "c"), Step.of("a", "unique", "b_c")),
      List.of(Step.of("a_b", "index", "c"), Step.of("a", "index", "b_c")),
      List.of(Step.of("t", "unique", "a"), Step.of("t", "unique", "a")),
      List.of(Step.of(LONG, "unique", "a"), Step.of(LONG, "unique", "a")),
      List.of(Step.of("t", "index", "a")),
      List.of(Step.of("t", "index", "a", "b")),
      List.of(Step.of("t", "index", "a", "a")),
      List.of(Step.of("t", "index", "a", "a", "a")),
      List.of(Step.of("t", "index", "a", "a1", "a")),
      List.of(Step.of("t", "index", "a1", "a", "a")),
      List.of(Step.of("t", "index", LONG, LONG)),
      List.of(Step.of("t", "index", EURO, EURO)),
      List.of(Step.of("t", "index", "a").include("b")),
      List.of(Step.of("t", "index", "a").include("a")),
      List.of(Step.of("t", "index", "a"), Step.of("t", "index", "a"), Step.of("t", "index", "a")),
      List.of(Step.of(LONG, "index", LONG), Step.of(LONG, "index", LONG)),
      List.of(Step.of("t_pkey", "index", "a"), Step.of("t", "pkey", "a")),
      List.of(Step.of("t_a_key", "pkey", "a"), Step.of("t", "unique", "a")),
      List.of(Step.of("t_a_idx", "pkey", "a"), Step.of("t", "index", "a")),
      List.of(Step.of("t_a_check", "pkey", "a"), Step.of("t", "check", "a")),
      List.of(Step.of("t_a_fkey", "pkey", "a"), Step.of("t", "fkey", "a")),
      IntStream.range(0, 12).mapToObj(i -> Step.of(LONG, "index", "a")).toList(),
      IntStream.range(0, 12).mapToObj(i -> Step.of(EURO, "check", "a")).toList());

  static List<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void choosesWhatTheServerChooses(int major) throws SQLException {
    assertTrue(STORIES.size() >= 60);
    try (Connection connection = Postgres.newDatabase(major).getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < STORIES.size(); i++) {
        List<Step> story = STORIES.get(i);
        statement.execute("CREATE SCHEMA s" + i);
        statement.execute("SET search_path = s" + i);
        assertEquals(serversNames(statement, story), ourNames(story), story.toString());
      }
    }
  }

  private static List<String> ourNames(List<Step> story) {
    DefaultNames names = new DefaultNames();
    Stream.concat(Stream.of("target_1", "target_2"), story.stream().map(Step::table))
        .forEach(names::takeRelation);
    List<String> targetKeys = List.of(names.primaryKey("target_1"), names.primaryKey("target_2"));
    assertEquals(List.of("target_1_pkey", "target_2_pkey"), targetKeys);
    return story.stream().map(step -> step.ourName(names)).toList();
  }

  private static List<String> serversNames(Statement statement, List<Step> story)
      throws SQLException {
    createTables(statement, story);
    List<String> names = new ArrayList<>();
    Set<String> known = new LinkedHashSet<>(namesNow(statement));
    for (Step step : story) {
      statement.execute(step.sql());
      namesNow(statement).stream().filter(known::add).forEach(names::add);
    }
    return names;
  }

  private static void createTables(Statement statement, List<Step> story) throws SQLException {
    statement.execute("CREATE TABLE target_1 (a text PRIMARY KEY)");
    statement.execute("CREATE TABLE target_2 (a text, b text, PRIMARY KEY (a, b))");
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    story.forEach(step ->
        columns.computeIfAbsent(step.table(), key -> new LinkedHashSet<>()).addAll(step.columns()));
    for (var table : columns.entrySet()) {
      statement.execute("CREATE TABLE " + identifier(table.getKey())
          + table.getValue().stream()
              .map(column -> identifier(column) + " text")
              .collect(Collectors.joining(", ", " (", ")")));
    }
  }

  /** Constraints and indexes, apart from the NOT NULLs that PostgreSQL 18 names. */
  private static Set<String> namesNow(Statement statement) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    try (ResultSet rows = statement.executeQuery(
        "SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'"
            + " UNION SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
            + " AND relkind = 'i'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private static final List<String> EXPRESSIONS = List.of(
      "lower(a)",
      "pg_catalog.lower(a)",
      "((lower(a)))",
      "\"lower\"(a)",
      "a || b",
      "(a || b)",
      "-n",
      "n + 1",
      "(a)",
      "a::varchar(5)",
      "n::bigint",
      "(n + 1)::bigint",
      "(n + 1)::int",
      "(n * 1.5)::numeric(10, 2)",
      "(n > 1)::boolean::text",
      "cast(n + 1 as double precision)",
      "cast(n as real)",
      "(j ->> 'k')",
      "(j ->> 'k')::int",
      "(j ->> 'k')::char(3)",
      "(j ->> 'k') collate \"C\"",
      "lower(a) collate \"C\"",
      "arr[1]",
      "(arr)[1]",
      "array[a, b]",
      "coalesce(a, b)",
      "coalesce(a, 'x)')",
      "nullif(a, b)",
      "greatest(a, b)",
      "case when n > 1 then a end",
      "case when n > 1 then a else b end",
      "case when n > 1 then a else lower(b) end",
      "case when n > 1 then a else b || a end",
      "case n when 1 then case when a = b then a else b end else 'x' end",
      "d at time zone 'UTC'",
      "d at time zone 'UTC' at time zone 'UTC'",
      "extract(year from d)",
      "date_trunc('day', d)",
      "substring(a from 1 for 2)",
      "position('x' in a)",
      "overlay(a placing 'x' from 1)",
      "trim(a)",
      "trim(leading 'x' from a)",
      "trim(trailing from a)",
      "trim(both 'x' from a)",
      "a is null",
      "a like 'x%'",
      "not (n > 1)",
      "n between 1 and 2",
      "n in (1, 2)",
      "(n > 1 and n < 3)",
      "n operator(pg_catalog.+) 1",
      "md5(a || /* comment */ b)",
      "to_tsvector('english', a)",
      "left(a, 10)",
      "abs(n) + abs(n)",
      "\"Mixed Case\"",
      "lower(\"Mixed Case\")",
      "upper(a)::text",
      "'x'::text || a",
      "(arr || arr)::text[]",
      "jsonb_path_exists(j, '$.a')",
      "j['k']",
      "starts_with(a, 'x')::int");

  @ParameterizedTest
  @MethodSource("majors")
  void namesExpressionsAsTheServerDoes(int major) throws SQLException {
    try (Connection connection = Postgres.newDatabase(major).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (a text, b text, n int, j jsonb, d timestamp, arr text[], \"Mixed Case\" text)");
      Map<String, String> servers = new LinkedHashMap<>();
      Map<String, String> ours = new LinkedHashMap<>();
      for (String expression : EXPRESSIONS) {
        statement.execute("CREATE INDEX ON t ((" + expression + "))");
        servers.put(expression, onlyIndex(statement));
        IndexElement element = IndexElement.parse("(" + expression + ")");
        ours.put(expression, new DefaultNames().index("t", List.of(element), List.of()));
        statement.execute("DROP INDEX " + identifier(servers.get(expression)));
      }
      assertEquals(servers, ours);
    }
  }

  private static String onlyIndex(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT indexname FROM pg_indexes WHERE tablename = 't'")) {
      assertTrue(row.next());
      String name = row.getString(1);
      assertFalse(row.next());
      return name;
    }
  }

  @Test
  void numbersRepeatedExpressions() {
    List<IndexElement> elements = Stream.of("(a || b)", "(lower(a))", "(b || a)", "(lower(b))")
        .map(IndexElement::parse)
        .toList();
    assertEquals(
        "t_expr_lower_expr1_lower1_idx", new DefaultNames().index("t", elements, List.of()));
  }

  @Test
  void countsBytesNotCharacters() {
    assertTrue(DefaultNames.fits("€".repeat(21)));
    assertFalse(DefaultNames.fits("€".repeat(21) + "x"));
  }
}
