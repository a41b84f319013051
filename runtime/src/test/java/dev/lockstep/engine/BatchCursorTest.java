package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchCursorTest {
  @Test
  void isAText() {
    BatchCursor cursor =
        new BatchCursor(1, 4_000, 3_900, 16_402, "(\"tenant\", \"id\")", List.of("7", "4000"));

    assertEquals(
        "pass '1' rows '4000' filled '3900' relation '16402' by '(\"tenant\", \"id\")'"
            + " after '7', '4000'",
        cursor.text());
    assertEquals(cursor, BatchCursor.of(cursor.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'", "''", "a', 'b", "\\", "E'x'", "\n", "after", "é\"", "%s"})
  void keepsWhateverAKeyHolds(String key) {
    BatchCursor cursor = new BatchCursor(2, 1, 0, 5, "\"it's\"", List.of(key, "x", key));

    assertEquals(cursor, BatchCursor.of(cursor.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pass '1'", "pass 'x' rows '1' filled '1' relation '1' by 'b'"})
  void beginsAnewWhereItCannotBeRead(String text) {
    assertEquals(BatchCursor.START, BatchCursor.of(text));
  }
}
