package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Direction;
import dev.lockstep.StepProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static String lastLine(Consumer<Progress> run) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    run.accept(new Progress(new Terminal(stream, stream, true)));
    String all = err.toString(StandardCharsets.UTF_8);
    return all.substring(all.lastIndexOf("\r\u001b[K") + 4);
  }

  @Test
  void hasRoomForWhoBlocks() {
    assertEquals(
        "M0002_AddAddressToUser: blocked by pid 4711 (shop, app, idle in transaction, be",
        lastLine(progress -> {
          progress.migrationStarted(Direction.UPGRADE, "M0002_AddAddressToUser", 2, 5);
          progress.retrying(
              "M0002_AddAddressToUser",
              "blocked by pid 4711 (shop, app, idle in transaction, begun 5 min ago): UPDATE x; y",
              Duration.ofMillis(100));
        }));
  }

  @Test
  void tellsHowFarAStepIs() {
    Instant started = Instant.EPOCH;
    assertEquals(
        "[#########-----------] 45 % of 2,000,000 rows, 3 min left: M0003_AddNote",
        lastLine(progress -> progress.progress(
            "M0003_AddNote",
            StepProgress.of("rows", 0, 900_000, 2_000_000, started, started.plusSeconds(180)))));
    assertEquals(
        "[####################] 100 % of 2,000 rows again, 0 s left: M0003_AddNote",
        lastLine(progress -> progress.progress(
            "M0003_AddNote",
            StepProgress.of("rows again", 0, 2_000, 1_500, started, started.plusSeconds(2)))));
    assertEquals(
        "9,000 rows: M0003_AddNote",
        lastLine(progress -> progress.progress(
            "M0003_AddNote",
            StepProgress.of("rows", 0, 9_000, 0, started, started.plusSeconds(2)))));
    assertEquals(
        "M0003_AddNote waits: a standby is 12 s behind",
        lastLine(progress -> progress.throttled(
            "M0003_AddNote", "a standby is 12 s behind", Duration.ofSeconds(1))));
  }

  /** What earlier runs did says nothing of this one's pace. */
  @Test
  void estimatesByThisRunAlone() {
    Instant started = Instant.EPOCH;
    assertEquals(
        Optional.of(Duration.ofSeconds(50)),
        StepProgress.of("rows", 400, 500, 1_000, started, started.plusSeconds(10))
            .left());
    assertEquals(
        Optional.empty(),
        StepProgress.of("rows", 400, 500, 1_000, started, started.plusMillis(10))
            .left());
  }

  @Test
  void hasRoomForWhoMigrates() {
    assertEquals(
        "waiting 12 s for pid 4711 (shop, app, active, begun 5 min ago): ALTER TABLE \"us",
        lastLine(progress -> progress.waitingForLock(
            "pid 4711 (shop, app, active, begun 5 min ago): ALTER TABLE \"user\" ADD x int",
            Duration.ofSeconds(12))));
  }
}
