package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlExpressionTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          a>0 | ((A > 0))
          a <> 1 | a!=1
          a /* why */ > 0 | a > 0
          "price" > 0 | price > 0
          (a) + (b) | (a)+(b)
          ( id > 0 ) and name <> '' | id > 0 and name <> ''
          (a is not null) and (b>0 or c<=5) | a is not null and (b > 0 or c <= 5)
          (a) + (b) | a + b
          f(((a))) = ('x') | f(a) = 'x'
          CAST(b AS int8) > 0 | b::bigint > 0
          cast(a + b as character varying(3)) | (a + b)::varchar(3)
          x::timestamp(3) with time zone | x::timestamptz(3)
          date '2020-01-01' | '2020-01-01'::date
          a::"varchar" | a::varchar
          """)
  void layoutIsNoDifference(String one, String other) {
    assertEquals(SqlExpression.of(one), SqlExpression.of(other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          a = 'x' | a = 'X'
          "Price" > 0 | price > 0
          (a) + (b) | a) + (b
          a = 'x  y' | a = 'x y'
          a * (b + c) | a * b + c
          (a or b) and c | a or b and c
          (not a) = b | not a = b
          a between 1 and (b and c) | a between 1 and b and c
          f((a, b)) | f(a, b)
          (- 1)::int2 | - 1::int2
          x::char | x::"char"
          a = any ((select x)) | a = any (select x)
          (a).b | a.b
          'a'::text | 'a'
          """)
  void meaningIs(String one, String other) {
    assertNotEquals(SqlExpression.of(one), SqlExpression.of(other));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          price > 0 AND lower(price) <> 'price' | cost > 0 AND lower(cost) <> 'price'
          PRICE+1 | cost+1
          price(1) + x.price | price(1) + x.cost
          "price" > $$price$$ | cost > $$price$$
          "Price" > 0 | "Price" > 0
          x::price | x::price
          price > price '1' | cost > price '1'
          price /* price */ + 1 | cost /* price */ + 1
          """)
  void renamesColumnsAndNothingElse(String before, String after) {
    assertEquals(after, SqlExpression.of(before).renameColumn("price", "cost").text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a > 0 -- b", "-- b\na > 0", " /* b */ a > 0\n/* c */ -- d\n"})
  void leavesOutWhatIsAroundIt(String text) {
    assertEquals("a > 0", SqlExpression.of(text).text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          1; COMMIT | holds a semicolon: 1; COMMIT
          1; | holds a semicolon: 1;
          1);\tDROP TABLE t; SELECT (1 | holds a semicolon: 1); DROP TABLE t; SELECT (1
          'a';'b' | holds a semicolon: 'a';'b'
          1 /* ; */ ; 2 | holds a semicolon: 1 /* ; */ ; 2
          'a | does not close its quote: 'a
          'it''s | does not close its quote: 'it''s
          E'a\\' | does not close its quote: E'a\\'
          "a | does not close its quote: "a
          $$a | does not close its quote: $$a
          $x$a$y$ | does not close its quote: $x$a$y$
          """)
  void isNoSecondStatement(String text, String fault) {
    assertEquals(
        "an SQL expression " + fault,
        assertThrows(IllegalArgumentException.class, () -> SqlExpression.of(text))
            .getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "';'",
        "'it''s;'",
        "E'\\';'",
        "$$;$$",
        "$x$;$$;$x$",
        "\"a;b\" > 0",
        "a /* ; */ + 1",
        "a -- ;\n + 1",
        "'\\'"
      })
  void semicolonsInTextsAndCommentsAreNone(String text) {
    assertEquals(text, SqlExpression.of(text).text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "-- a", "/* a"})
  void isNotEmpty(String text) {
    assertThrows(IllegalArgumentException.class, () -> SqlExpression.of(text));
  }
}
