package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IndexElementTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
          email | email
          email ASC NULLS LAST | email
          email desc nulls first | email desc
          email desc NULLS LAST | email desc nulls last
          email nulls first | email nulls first
          userName | userName
          "a b" collate "C" text_pattern_ops desc | "a b" collate "C" text_pattern_ops desc
          "a""b" | "a""b"
          (lower(email)) text_pattern_ops | (lower(email)) text_pattern_ops
          (a + (b)) desc | (a + (b)) desc
          x gist_trgm_ops(siglen=32) | x gist_trgm_ops(siglen=32)
          """)
  void readsWhatItPrints(String text, String canonical) {
    assertEquals(canonical, IndexElement.parse(text).toString());
    assertEquals(IndexElement.parse(canonical), IndexElement.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "(a",
        "1",
        "a nulls",
        "a nulls sideways",
        "a collate",
        "a desc desc",
        "a + b",
        "a b c",
        "a b(c"
      })
  void refusesWhatIsNoElement(String text) {
    assertThrows(IllegalArgumentException.class, () -> IndexElement.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"date_trunc('month', at)", "lower(name) desc", "public.lower(name)"})
  void asksForParenthesesAroundAnExpression(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> IndexElement.parse(text));
    assertEquals(
        "\"" + text + "\" is no index element: an expression stands in parentheses",
        refused.getMessage());
  }
}
