package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromClauseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "SELECT a FROM t | t",
        "SELECT a FROM t, u AS x JOIN app.v ON t.a = v.a | app.v t u",
        "SELECT (SELECT max(b) FROM u WHERE u.a = t.a), c FROM \"T\" t | T u",
        "SELECT extract(year FROM day) FROM t | t",
        "SELECT extract(year FROM (SELECT max(day) FROM u)) FROM t | t u",
        "SELECT trim(both ' ' FROM name), substring(name FROM 2) FROM t | t",
        "SELECT a IS DISTINCT FROM b FROM t | t",
        "WITH x AS (SELECT 1), y (a, b) AS NOT MATERIALIZED (SELECT 1, 2 FROM t) SELECT 1 FROM x, y | t",
        "WITH RECURSIVE r AS (SELECT 1 UNION SELECT 2 FROM r) SELECT 1 FROM r, app.r | app.r",
        "SELECT a FROM ONLY t, LATERAL (SELECT b FROM u) v | t u",
        "TABLE t | t",
      })
  void findsWhatAQuerySelectsFrom(String query, String names) {
    assertEquals(
        names,
        FromClause.relations(SqlTokens.of(query)).stream()
            .map(QualifiedName::toString)
            .sorted()
            .collect(Collectors.joining(" ")));
  }
}
