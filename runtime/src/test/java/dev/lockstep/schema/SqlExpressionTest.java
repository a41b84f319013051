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
  @ValueSource(strings = {"", " \n", "-- a", "/* a"})
  void isNotEmpty(String text) {
    assertThrows(IllegalArgumentException.class, () -> SqlExpression.of(text));
  }
}
