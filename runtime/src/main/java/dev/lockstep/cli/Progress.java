package dev.lockstep.cli;

import dev.lockstep.Direction;
import dev.lockstep.MigrationListener;
import dev.lockstep.StepProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows how far a run is: in one line of a terminal that goes away in the end, with a line that
 * stays for each that is in the way; elsewhere in plain lines, for what takes long.
 *
 * <pre>
 * M0002_AddAddressToUser: blocked by pid 4711 (shop, app, idle in transaction, begun 5 min ago): UPDATE "user" ...
 * [########------------] 2/5 M0002_AddAddressToUser: ALTER TABLE "public"."user" A
 * [#########-----------] 45 % of 1,234,567 rows, 3 min left: M0003_AddNote
 * </pre>
 */
final class Progress implements MigrationListener, AutoCloseable {
  private static final int BAR = 20;
  private static final Pattern PROCESS = Pattern.compile("pid [0-9]+|prepared transaction '[^']*'");

  private final ProgressLines lines;
  private final LongSupplier clock;
  private String head = "";
  private long started;

  Progress(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  /** With a clock of nanoseconds. */
  Progress(Terminal terminal, LongSupplier clock) {
    this.lines = new ProgressLines(terminal, clock);
    this.clock = clock;
  }

  @Override
  public void waitingForLock(String holder, Duration waited) {
    String whole = "waiting for another migration: " + holder;
    lines.blocked(process(holder), whole, "waited " + waited.toSeconds() + " s for " + holder);
  }

  @Override
  public void migrationStarted(Direction direction, String revision, int number, int total) {
    head = bar(number - 1, total) + " " + number + "/" + total + " " + revision;
    started = clock.getAsLong();
    lines.begin();
    lines.show(head);
  }

  @Override
  public void stepStarted(String revision, String step, int number, int total) {
    lines.show(head + ": " + step.replaceAll("\\s+", " "));
  }

  @Override
  public void progress(String revision, StepProgress progress) {
    lines.goesOn(far(progress) + ": " + revision);
  }

  /** How far a step is, and how long it takes from now on. */
  static String far(StepProgress progress) {
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
    return far + left;
  }

  @Override
  public void waiting(String revision, String blocker, Duration waited) {
    lines.blocked(
        process(blocker),
        revision + " waits for " + blocker,
        "waited " + waited.toSeconds() + " s for " + blocker);
  }

  @Override
  public void throttled(String revision, String reason, Duration pause) {
    lines.goesOn(revision + " waits: " + reason);
  }

  @Override
  public void retrying(String revision, String reason, Duration pause) {
    long seconds = Duration.ofNanos(clock.getAsLong() - started).toSeconds();
    String again = "tried again in " + pause.toMillis() + " ms, for " + seconds + " s so far";
    // Without the name, so that a terminal has room for who is to blame.
    lines.blocked(process(reason), revision + ": " + reason + "; " + again, again);
  }

  @Override
  public void connectionLost(String reason, Duration pause) {
    String again = "connecting again in " + pause.toMillis() + " ms";
    lines.blocked("connection", "connection lost: " + reason + "; " + again, again);
  }

  @Override
  public void close() {
    lines.show("");
  }

  /** Who it is: the rest of the words changes from one second to the next. */
  private static String process(String words) {
    Matcher process = PROCESS.matcher(words);
    return process.find() ? process.group() : words;
  }

  static String bar(long done, long total) {
    int full = (int) (BAR * done / total);
    return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
  }

  private static String words(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7_200 ? time.toMinutes() + " min" : time.toHours() + " h";
  }
}
