package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class SqlNamesTest {
  @Test
  void readsBodiesInAnyQuotes() {
    Set<String> words = Set.of("do", "a");
    assertEquals(new SqlNames(words, false), SqlNames.withStrings("DO $$ A $$"));
    assertEquals(new SqlNames(words, false), SqlNames.withStrings("DO $x$ a -- b\n $x$"));
    assertEquals(new SqlNames(words, false), SqlNames.withStrings("DO ' \"a\" '"));
    assertEquals(new SqlNames(words, false), SqlNames.withStrings("DO $$ 'a' $$"));
    assertEquals(new SqlNames(words, false), SqlNames.withStrings("DO '''a'''"));
    assertEquals(new SqlNames(Set.of("do"), false), SqlNames.withStrings("DO '"));
  }

  @Test
  void tellsAllColumnsFromAProduct() {
    assertEquals(true, SqlNames.withStrings("SELECT DISTINCT * FROM t").selectsAll());
    assertEquals(true, SqlNames.withStrings("DO $$ SELECT a, t.* FROM t $$").selectsAll());
    assertEquals(
        true, SqlNames.withStrings("SELECT a FROM t NATURAL LEFT JOIN u").selectsAll());
    assertEquals(true, SqlNames.withStrings("TABLE t").selectsAll());
    assertEquals(
        true, SqlNames.withStrings("WITH x AS (TABLE t) SELECT a FROM x").selectsAll());
    assertEquals(true, SqlNames.withStrings("SELECT a FROM u UNION TABLE t").selectsAll());
    assertEquals(
        true,
        SqlNames.withStrings(
                "CREATE FUNCTION f() RETURNS SETOF t BEGIN ATOMIC DELETE FROM t RETURNING *; END")
            .selectsAll());
    assertEquals(false, SqlNames.withStrings("DO 'BEGIN DROP TABLE t; END'").selectsAll());
    assertEquals(
        false,
        SqlNames.withStrings("CREATE FUNCTION f() RETURNS TABLE (a int) LANGUAGE sql")
            .selectsAll());
    assertEquals(false, SqlNames.withStrings("SELECT a * b, count(*) FROM t").selectsAll());
    assertEquals(false, SqlNames.withStrings("SELECT a /* , * */ FROM t").selectsAll());
  }
}
