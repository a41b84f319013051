package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsColumns() {
    assertEquals(
        "\n\nA    BB\naaa  b\na",
        TextTable.of(List.of("A", "BB"), List.of(List.of("aaa", "b"), List.of("a", ""))));
  }

  @Test
  void neverPassesEightyColumns() {
    String table = TextTable.of(
        List.of("REVISION", "STATE", "BY"),
        List.of(List.of("M".repeat(100), "applied", "b".repeat(60))));

    assertEquals(
        List.of(
            "REVISION" + " ".repeat(49) + "  STATE    BY",
            "M".repeat(54) + "...  applied  bbbbbbbbb..."),
        table.lines().skip(2).toList());
  }

  @Test
  void isNothingWithoutRows() {
    assertEquals("", TextTable.of(List.of("A"), List.of()));
  }
}
