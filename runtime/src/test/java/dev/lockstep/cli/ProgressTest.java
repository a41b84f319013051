package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockstep.Direction;
import dev.lockstep.StepProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static String lastLine(Consumer<Progress> run) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    run.accept(new Progress(new Terminal(stream, stream, true)));
    String all = err.toString(StandardCharsets.UTF_8);
    return all.substring(all.lastIndexOf("\r\u001b[K") + 4);
  }

  private static final String BLOCKER =
      "blocked by pid 4711 (shop, app, idle in transaction, begun %s ago): UPDATE x SET y = 1";

  /** What a run prints that lasts longer than it does, second by second. */
  private static String printed(boolean interactive, BiConsumer<Progress, Integer> second) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    AtomicLong now = new AtomicLong(-5);
    Progress progress = new Progress(new Terminal(stream, stream, interactive), now::get);
    progress.migrationStarted(Direction.UPGRADE, "M0002_AddAddressToUser", 2, 5);
    for (int i = 1; i <= 25; i++) {
      now.addAndGet(Duration.ofSeconds(1).toNanos());
      second.accept(progress, i);
    }
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** The line that stays has the whole query, however narrow the terminal is. */
  @Test
  void aBlockerKeepsALineOfItsOwn() {
    String all = printed(
        true,
        (progress, second) -> progress.retrying(
            "M0002_AddAddressToUser", BLOCKER.formatted(second + " s"), Duration.ofMillis(100)));

    String kept = all.substring(all.lastIndexOf("\u001b[KM0002"), all.indexOf('\n'));
    assertEquals(
        "M0002_AddAddressToUser: " + BLOCKER.formatted("1 s")
            + "; tried again in 100 ms, for 1 s so far",
        kept.substring(3));
    assertEquals(1, all.chars().filter(each -> each == '\n').count(), all);
    assertTrue(all.endsWith("\r\u001b[Ktried again in 100 ms, for 25 s so far"), all);
  }

  @Test
  void aLogHasALineOfABlockerNowAndThen() {
    String all = printed(
        false,
        (progress, second) -> progress.retrying(
            "M0002_AddAddressToUser", BLOCKER.formatted(second + " s"), Duration.ofMillis(100)));

    assertEquals(
        IntStream.of(1, 11, 21)
            .mapToObj(second -> "M0002_AddAddressToUser: " + BLOCKER.formatted(second + " s")
                + "; tried again in 100 ms, for " + second + " s so far\n")
            .collect(Collectors.joining()),
        all);
  }

  @Test
  void aLogHasALineOfALongStepNowAndThen() {
    Instant began = Instant.EPOCH;
    String all = printed(
        false,
        (progress, second) -> progress.progress(
            "M0003_AddNote",
            StepProgress.of("rows", 0, second * 100, 10_000, began, began.plusSeconds(second))));

    assertEquals("""
        [##------------------] 10 % of 10,000 rows, 90 s left: M0003_AddNote
        [####----------------] 20 % of 10,000 rows, 80 s left: M0003_AddNote
        """, all);
  }

  @Test
  void aLogTellsThatThereIsNoConnectionNowAndThen() {
    String all = printed(
        false,
        (progress, second) ->
            progress.connectionLost("refused (08001)", Duration.ofMillis(second * 10)));

    assertEquals(
        IntStream.of(1, 11, 21)
            .mapToObj(second ->
                "connection lost: refused (08001); connecting again in " + second + "0 ms\n")
            .collect(Collectors.joining()),
        all);
  }

  @Test
  void aLogNamesWhoMigrates() {
    String all = printed(false, (progress, second) -> {
      if (second % 10 == 1) {
        progress.waitingForLock("pid 7 (shop): ALTER x", Duration.ofSeconds(second));
      }
    });

    assertEquals("waiting for another migration: pid 7 (shop): ALTER x\n".repeat(3), all);
  }

  @Test
  void aLogSaysNothingOfWhatIsFast() {
    assertEquals("", printed(false, (progress, second) -> {
      if (second < 10) {
        progress.stepStarted("M0002_AddAddressToUser", "ALTER TABLE x", 1, 1);
        progress.progress(
            "M0002_AddAddressToUser",
            StepProgress.of("rows", 0, 5, 9, Instant.EPOCH, Instant.EPOCH.plusSeconds(1)));
      }
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
        "waited 12 s for pid 4711 (shop, app, active, begun 5 min ago): ALTER TABLE \"use",
        lastLine(progress -> progress.waitingForLock(
            "pid 4711 (shop, app, active, begun 5 min ago): ALTER TABLE \"user\" ADD x int",
            Duration.ofSeconds(12))));
  }
}
