package dev.lockstep.cli;

import dev.lockstep.Direction;
import dev.lockstep.MigrationListener;
import java.time.Duration;

/**
 * Shows how far a run is, in one line of a terminal that goes away in the end.
 *
 * <pre>
 * [########------------] 2/5 M0002_AddAddressToUser: ALTER TABLE "public"."user" A
 * </pre>
 */
final class Progress implements MigrationListener, AutoCloseable {
  private static final int WIDTH = 79;
  private static final int BAR = 20;
  private static final String START_OF_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private String head = "";

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void waitingForLock(String holder, Duration waited) {
    show("waiting " + waited.toSeconds() + " s for " + holder);
  }

  @Override
  public void migrationStarted(Direction direction, String revision, int number, int total) {
    int full = BAR * (number - 1) / total;
    head = "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + number + "/" + total + " "
        + revision;
    show(head);
  }

  @Override
  public void stepStarted(String revision, String step, int number, int total) {
    show(head + ": " + step.replaceAll("\\s+", " "));
  }

  @Override
  public void retrying(String revision, String reason, Duration pause) {
    // Without the bar, so that the line has room for who is to blame.
    show(revision + ": " + reason + ", again in " + pause.toMillis() + " ms");
  }

  @Override
  public void close() {
    show("");
  }

  private void show(String line) {
    if (terminal.interactive()) {
      terminal.err().print(START_OF_LINE + line.substring(0, Math.min(WIDTH, line.length())));
      terminal.err().flush();
    }
  }
}
