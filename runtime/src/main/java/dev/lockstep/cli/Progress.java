package dev.lockstep.cli;

import dev.lockstep.Direction;
import dev.lockstep.MigrationListener;
import dev.lockstep.StepProgress;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows how far a run is, in one line of a terminal that goes away in the end.
 *
 * <pre>
 * [########------------] 2/5 M0002_AddAddressToUser: ALTER TABLE "public"."user" A
 * [#########-----------] 45 % of 1,234,567 rows, 3 min left: M0003_AddNote
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
    head = bar(number - 1, total) + " " + number + "/" + total + " " + revision;
    show(head);
  }

  @Override
  public void stepStarted(String revision, String step, int number, int total) {
    show(head + ": " + step.replaceAll("\\s+", " "));
  }

  @Override
  public void progress(String revision, StepProgress progress) {
    String left = progress.left().map(time -> ", " + words(time) + " left").orElse("");
    String far = progress.total() == 0
        ? String.format(Locale.ROOT, "%,d %s", progress.done(), progress.unit())
        : String.format(
            Locale.ROOT,
            "%s %d %% of %,d %s",
            bar(progress.done(), progress.total()),
            100 * progress.done() / progress.total(),
            progress.total(),
            progress.unit());
    show(far + left + ": " + revision);
  }

  @Override
  public void waiting(String revision, String blocker, Duration waited) {
    show(revision + " waits " + waited.toSeconds() + " s for " + blocker);
  }

  @Override
  public void throttled(String revision, String reason, Duration pause) {
    show(revision + " waits: " + reason);
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

  private static String bar(long done, long total) {
    int full = (int) (BAR * done / total);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7_200 ? time.toMinutes() + " min" : time.toHours() + " h";
  }

  /** Called by the thread that watches, too. */
  private synchronized void show(String line) {
    if (terminal.interactive()) {
      terminal.err().print(START_OF_LINE + line.substring(0, Math.min(WIDTH, line.length())));
      terminal.err().flush();
    }
  }
}
