package dev.lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lockstep.UsageException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
  @ParameterizedTest
  @CsvSource({
    // Size and milliseconds of a batch, size of the next.
    "1000, 100, 1000",
    "1000, 1, 2000",
    "1000, 80, 1250",
    "4000, 200, 2000",
    "4000, 9000, 2000",
    "1500, 9000, 750",
    "150, 9000, 100",
    "8000, 1, 10000"
  })
  void aimsAtATenthOfASecond(int size, long milliseconds, int next) {
    assertEquals(next, Batches.DEFAULT.after(size, Duration.ofMillis(milliseconds)));
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "40, 40", "900, 100"})
  void restsAsLongAsItWorked(long worked, long rest) {
    assertEquals(Duration.ofMillis(rest), Batches.DEFAULT.pauseAfter(Duration.ofMillis(worked)));
  }

  @Test
  void staysWithinWhatIsGiven() {
    Batches given = Batches.DEFAULT.withRows(5).withPause(Duration.ZERO);

    assertEquals(5, given.first());
    assertEquals(5, given.after(5, Duration.ofMillis(1)));
    assertEquals(5, given.after(5, Duration.ofSeconds(9)));
    assertEquals(Duration.ZERO, given.pauseAfter(Duration.ofSeconds(9)));
  }

  @Test
  void refusesWhatIsNoSize() {
    assertEquals(
        "[lockstep:LimitOutOfRange] backfillBatch cannot be 0: it is at least one row",
        assertThrows(UsageException.class, () -> Batches.DEFAULT.withRows(0))
            .getMessage()
            .lines()
            .findFirst()
            .orElseThrow());
    assertThrows(UsageException.class, () -> Batches.DEFAULT.withPause(Duration.ofMillis(-1)));
  }
}
