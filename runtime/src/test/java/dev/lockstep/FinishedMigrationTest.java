package dev.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FinishedMigrationTest {
  private static String shown(int failedTries, Duration elapsed) {
    return new FinishedMigration("M0002_Multi", Duration.ofMillis(39), failedTries, elapsed)
        .toString();
  }

  /** Else nobody knows why a run of 39 ms has taken 20 s. */
  @Test
  void tellsWhatItsTriesTook() {
    assertEquals("M0002_Multi (39 ms)", shown(0, Duration.ofMillis(41)));
    assertEquals("M0002_Multi (39 ms, after 1 try in 340 ms)", shown(1, Duration.ofMillis(340)));
    assertEquals("M0002_Multi (39 ms, after 3 tries in 20 s)", shown(3, Duration.ofMillis(20_100)));
  }
}
