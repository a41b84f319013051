package dev.lockstep.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lockstep.Direction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
  void hasRoomForWhoMigrates() {
    assertEquals(
        "waiting 12 s for pid 4711 (shop, app, active, begun 5 min ago): ALTER TABLE \"us",
        lastLine(progress -> progress.waitingForLock(
            "pid 4711 (shop, app, active, begun 5 min ago): ALTER TABLE \"user\" ADD x int",
            Duration.ofSeconds(12))));
  }
}
