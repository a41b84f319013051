package dev.lockstep.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpactWordsTest {
  @Test
  void failuresCompleteTheirSentence() {
    assertEquals(
        List.of(
            "is a row with NULL",
            "are two rows with the same values",
            "is a row for which the check is false",
            "are two rows that exclude one another",
            "is a row whose reference is missing",
            "is a value that the new type does not hold",
            "is a row that the bounds do not allow"),
        Arrays.stream(Failure.values()).map(Failure::words).toList());
  }

  /** Of tables, views and sequences alike. */
  @Test
  void whatIsGoneHasNoOneKind() {
    assertEquals("statements that name it fail", Breakage.RELATION_GONE.words());
  }
}
