package dev.lockstep.processor.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JavaTokensTest {
  private static final List<String> PARTS = List.of(
      "a",
      "User",
      "_1",
      "1.5",
      "é",
      "😀",
      ".",
      "(",
      ")",
      "->",
      "::",
      ";",
      "@",
      "\"b\"",
      "'\\''",
      "\"\"",
      "\"\"\"\n  c\n  \"d\\\"\"\"\n  \"\"\"",
      " ",
      "\n",
      "\r\n",
      "\t",
      "/* ( */",
      "// \"\n",
      "/**/");

  @Test
  void tellsWordsLiteralsAndSymbolsApart() {
    JavaTokens tokens = JavaTokens.of("user.name(\"(\", '.', 1) /* other */; // user");
    assertEquals(
        List.of("user", ".", "name", "(", "\"(\"", ",", "'.'", ",", "1", ")", ";"), tokens);
    assertTrue(tokens.is(1, '.'));
    assertTrue(tokens.isSymbol(3));
    for (int i : List.of(0, 4, 6, 8)) {
      assertFalse(tokens.isSymbol(i), tokens.get(i));
    }
    assertFalse(tokens.is(4, '('));
    assertFalse(tokens.is(-1, '.') || tokens.is(tokens.size(), ';'));
  }

  @Test
  void knowsItsWords() {
    JavaTokens tokens = JavaTokens.of("a(b, \"c\", \"c\").b()");
    assertTrue(tokens.hasWord("a") && tokens.hasWord("b"));
    assertFalse(tokens.hasWord("c") || tokens.hasWord("\"c\"") || tokens.hasWord("("));
    assertTrue(tokens.repeatsWord("b"));
    assertFalse(tokens.repeatsWord("a") || tokens.repeatsWord("c"));
  }

  /** Whatever stands there: white space and comments between tokens change none of them. */
  @Test
  void areTheSameWhenWrittenApart() {
    Random random = new Random(7);
    for (int round = 0; round < 5000; round++) {
      StringBuilder source = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        source.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      JavaTokens tokens = JavaTokens.of(source.toString());
      assertEquals(tokens, JavaTokens.of(String.join(" /* x */\r\n", tokens)), source.toString());
      for (int i = 0; i < tokens.size(); i++) {
        assertEquals(tokens.isSymbol(i), tokens.is(i, tokens.get(i).charAt(0)), source.toString());
        assertTrue(tokens.isSymbol(i) || !".();@".contains(tokens.get(i)), source.toString());
      }
    }
  }
}
