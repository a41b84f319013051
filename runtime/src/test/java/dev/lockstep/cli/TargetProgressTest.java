package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.StepProgress;
import dev.lockstep.Target;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a log has of one of many targets. */
class TargetProgressTest {
  private static final String REVISION = "M0002_AddAddressToUser";
  private static final Instant BEGAN = Instant.EPOCH;

  @Test
  void everyTenSecondsALineSaysWhichAndHowFar() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    AtomicLong now = new AtomicLong();
    ProgressLines lines = new ProgressLines(new Terminal(stream, stream, false), now::get);
    TargetProgress one = new TargetProgress(new Target("shop/tenant_1", "shop", "tenant_1"), lines);
    TargetProgress other =
        new TargetProgress(new Target("shop/tenant_2", "shop", "tenant_2"), lines);

    one.progress(REVISION, blocks(1));
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    one.progress(REVISION, blocks(25));
    other.waiting(REVISION, "pid 4711", Duration.ofSeconds(10));
    now.addAndGet(Duration.ofSeconds(10).toNanos());
    other.waiting(REVISION, "pid 4711", Duration.ofSeconds(20));

    assertEquals(
        "[#####---------------] 25 % of 100 blocks, 30 s left: shop/tenant_1: M0002_AddAddressToUser\n"
            + "shop/tenant_2: M0002_AddAddressToUser waits for pid 4711\n",
        err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }

  private static StepProgress blocks(int done) {
    return StepProgress.of("blocks", 0, done, 100, BEGAN, BEGAN.plusSeconds(10));
  }
}
