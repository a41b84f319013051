package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.schema.SqlTokens.Token;
import dev.lockstep.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two spellings that are one expression to us are one to a server: with a pair of parentheses taken
 * away or put somewhere, or with another cast.
 */
final class SameExpressionTest {
  private static final String TABLE =
      "CREATE TABLE t (a integer, b integer, c numeric(5,2), s text, v varchar(9), d date, at timestamptz,"
          + " f boolean, g boolean, h boolean, x integer[], j jsonb, \"and\" boolean)";

  private static final String REFUSED = "refused: ";

  private static final List<String> EXPRESSIONS = List.of(
      "(a > 0) and s <> ''",
      "f and (g or h)",
      "f or (g and h)",
      "(f and g) or h",
      "(f or g) and h",
      "not (f and g)",
      "(not f) and g",
      "not (a = b)",
      "not (f) = g",
      "(f = g) = h",
      "f = (g = h)",
      "(a > b) is true",
      "(a > b) is not null and f",
      "a between (b) and (a + b)",
      "(a between 1 and 2) and f",
      "a between 1 and 2 and (f or g)",
      "f = (a between 1 and 2)",
      "a between b and case when (f) then 1 else 2 end",
      "a in (1, (2), b)",
      "(a, b) = (1, 2)",
      "(a, b) in ((1, 2), (3, 4))",
      "a = any (x)",
      "a = any ((x))",
      "a = (x)[1]",
      "(x)[1] = (a)",
      "a - (b - 1) > 0",
      "(a - b) - 1 > 0",
      "a * (b + 1) = - (1)",
      "-(a) = - 1",
      "(- a)::text = '1'",
      "-(a::bigint) = 1",
      "(- 1)::smallint = a",
      "- 1::smallint = a",
      "(a::bigint)::text = '1'",
      "(a + b)::text = '1'",
      "cast(a as bigint) > cast(b as int8)",
      "cast(a + b as text) = '1'",
      "cast(cast(a as int2) as varchar(3)) = 'x'",
      "cast('2020-01-01' as date) < d",
      "d > date '2020-01-01'",
      "at > timestamp '2020-01-01' at time zone 'UTC'",
      "(at)::timestamp at time zone ('UTC') > at",
      "(at at time zone 'UTC')::date = d",
      "at::timestamp without time zone > at",
      "at::timestamp(3) with time zone > at",
      "s::character varying(3) = v",
      "s::char = 'x'",
      "s::\"char\" = 'x'",
      "c::numeric(5) = c::decimal(5,0)",
      "a::double precision > 1.5",
      "a::int4 = b::int::integer",
      "a::bit = B'1'",
      "x::int4[] = x::integer[3]",
      "(s collate \"C\") < 'x'",
      "s collate \"C\" < ('x')",
      "s like ('x' || s) || '%'",
      "s like ('x')",
      "(s || v) || 'x' = s",
      "s || (v || 'x') = s",
      "coalesce((f), (g or h))",
      "coalesce(f and g, (f))",
      "case when (f) then (g) else (g or h) end",
      "case when f and (g or h) then g end",
      "case (a) when (1) then f end",
      "case when f then g end and (h)",
      "((j)->>'k') = 'x'",
      "(j->'k')->>'l' = 'x'",
      "j->('k') = j",
      "(j)['k'] is null",
      "length(s) > (1)",
      "(length(s)) > 1 or (lower((s)) = 'x')",
      "exists (select 1) or f",
      "a = (select 1)",
      "nullif((a), (b)) > 0",
      "(\"and\") or f and (g)",
      "f and (\"and\" or g)",
      "current_date > (d)",
      "(null) is null",
      "f is distinct from (g)",
      "f is distinct from (g or h)",
      "array[(a), (b)] = x",
      "row((a), b) = row(1, 2)",
      "extract(year from (d)) > 1",
      "substring(s from (1)) = 'x'",
      "position(('a') in (s)) > 0",
      "a = 1 # (2)",
      "@ (a) = 1",
      "(~ a) = 1",
      "f <> (not g)",
      "not not (f)",
      "(a) + (b) * (1) = (a + b) * 1");

  static List<Integer> majors() {
    return Postgres.majors();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void whatWeCallTheSameIsTheSameToTheServer(int major) throws SQLException {
    try (Connection connection = Postgres.newDatabase(major).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
      connection.setAutoCommit(false);
      List<String> wrong = new ArrayList<>();
      Map<String, String> printed = new LinkedHashMap<>();
      int same = 0;
      for (String text : EXPRESSIONS) {
        SqlExpression expression = SqlExpression.of(text);
        String expected = printed(statement, text);
        for (String other : spellings(text)) {
          if (!other.equals(text) && SqlExpression.of(other).equals(expression)) {
            same++;
            String found = printed.computeIfAbsent(other, each -> printed(statement, each));
            // What no server takes is in no database: nothing depends on its equality.
            if (!found.startsWith(REFUSED) && !found.equals(expected)) {
              wrong.add(text + "  /  " + other + "\n  " + expected + "\n  " + found);
            }
          }
        }
      }
      assertEquals("", String.join("\n", wrong));
      assertTrue(same > 500, "only " + same + " spellings were the same");
    }
  }

  /** As the server prints it; what it says of one that it refuses. */
  private static String printed(Statement statement, String expression) {
    try {
      statement.execute("SAVEPOINT s");
      try {
        statement.execute(
            "ALTER TABLE t ADD CONSTRAINT k CHECK (" + withoutQuery(expression) + ")");
        try (ResultSet rows = statement.executeQuery(
            "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conname = 'k'")) {
          rows.next();
          return rows.getString(1);
        }
      } catch (SQLException e) {
        return REFUSED + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      } finally {
        statement.execute("ROLLBACK TO SAVEPOINT s");
      }
    } catch (SQLException e) {
      throw new AssertionError(expression, e);
    }
  }

  /** A check takes no query. */
  private static String withoutQuery(String expression) {
    return expression;
  }

  /** With each pair of parentheses taken away, and with one more around all that may have one. */
  private static List<String> spellings(String text) {
    List<Token> tokens = SqlTokens.of(text);
    List<String> spellings = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      for (int j = i; j < tokens.size(); j++) {
        if (isBalanced(tokens.subList(i, j + 1))) {
          spellings.add(text.substring(0, tokens.get(i).start()) + " ("
              + text.substring(tokens.get(i).start(), tokens.get(j).end()) + ") "
              + text.substring(tokens.get(j).end()));
          if (tokens.get(i).is("(")
              && tokens.get(j).is(")")
              && isBalanced(tokens.subList(i + 1, j))) {
            spellings.add(text.substring(0, tokens.get(i).start()) + " "
                + text.substring(tokens.get(i).end(), tokens.get(j).start()) + " "
                + text.substring(tokens.get(j).end()));
          }
        }
      }
    }
    spellings.add(text.replaceAll("(\\w+)::(\\w+)", "cast($1 as $2)"));
    spellings.add(text.replaceAll("cast\\((\\w+|'[^']*') as ([^)]*)\\)", "$1::$2"));
    spellings.add(
        text.replace("int8", "bigint").replace("int4", "int").replace("int2", "smallint"));
    spellings.add(text.replace("character varying", "varchar").replace("char ", "character "));
    return spellings;
  }

  private static boolean isBalanced(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0 && !tokens.isEmpty();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void aDefaultNeedsNoCastToTheTypeOfItsColumn(int major) throws SQLException {
    try (Connection connection = Postgres.newDatabase(major).getConnection();
        Statement statement = connection.createStatement()) {
      List<String> wrong = new ArrayList<>();
      for (String each : List.of(
          "text|'a'|text",
          "varchar(5)|'a'|varchar",
          "char(5)|'a'|char",
          "text[]|'{}'|text[]",
          "varchar(5)[]|'{a}'|varchar[]",
          "date|'2020-01-01'|date",
          "timestamp(3)|'2020-01-01 00:00'|timestamp",
          "timestamptz|'2020-01-01 00:00+00'|timestamptz",
          "interval|'1 day'|interval",
          "time(0)|'10:00'|time",
          "integer|'5'|integer",
          "numeric(5,2)|'1.5'|numeric",
          "numeric|'1.50'|numeric",
          "bit(3)|'101'|bit",
          "varbit(3)|'101'|varbit",
          "jsonb|'{}'|jsonb",
          "uuid|'00000000-0000-0000-0000-000000000000'|uuid",
          "bytea|'\\x00'|bytea",
          "boolean|'t'|boolean",
          "int4range|'[1,2)'|int4range",
          "positive|'5'|positive",
          "mood|'a'|mood")) {
        String[] parts = each.split("\\|");
        if (each.startsWith("text|")) {
          statement.execute("CREATE DOMAIN positive AS integer; CREATE TYPE mood AS ENUM ('a')");
        }
        Column bare = Column.of("c", SqlType.parse(parts[0])).defaultValue(parts[1]);
        Column cast =
            Column.of("c", SqlType.parse(parts[0])).defaultValue(parts[1] + "::" + parts[2]);
        if (bare.equals(cast)) {
          String one = printedDefault(statement, parts[0], parts[1]);
          String other = printedDefault(statement, parts[0], parts[1] + "::" + parts[2]);
          if (!one.equals(other)) {
            wrong.add(each + ": " + one + " / " + other);
          }
        }
      }
      assertEquals("", String.join("\n", wrong));
    }
  }

  private static String printedDefault(Statement statement, String type, String value)
      throws SQLException {
    statement.execute(
        "DROP TABLE IF EXISTS u; CREATE TABLE u (c " + type + " DEFAULT " + value + ")");
    try (ResultSet rows = statement.executeQuery(
        "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'u'::regclass")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
