package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolatilityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "'random()'",
        "(1 + 2) * 3",
        "now()",
        "pg_catalog.now()",
        "NOW() AT TIME ZONE 'utc'",
        "current_timestamp(3)",
        "'0'::numeric(10, 2)",
        "cast('0' as numeric(10, 2))",
        "coalesce(null, lower('A'))",
        "ARRAY['a', 'b']::varchar(20)[]",
        "int4range(1, 2)",
      })
  void staysTheSameForAllRows(String expression) {
    assertEquals(false, Volatility.isVolatile(SqlExpression.of(expression)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gen_random_uuid()",
        "random()",
        "Clock_Timestamp()",
        "nextval('order_id_seq')",
        "lower(md5(random()::text))",
        "\"random\"()",
        "app.now()",
        "somebody_knows()",
      })
  void mayDifferFromRowToRow(String expression) {
    assertEquals(true, Volatility.isVolatile(SqlExpression.of(expression)));
  }
}
