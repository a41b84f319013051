package dev.lockstep.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Prints how far a run is. On a terminal each line takes the place of the one before it, but for
 * the first about a blocker. Elsewhere, as in a log, lines stay, so there are few: the first about
 * a blocker, and one every ten seconds.
 */
final class ProgressLines {
  private static final int WIDTH = 79;
  private static final String START_OF_LINE = "\r\u001b[K";
  private static final long EVERY = Duration.ofSeconds(10).toNanos();

  private final Terminal terminal;
  private final LongSupplier clock;
  private final Set<String> blockers = new HashSet<>();
  private boolean told;
  private long last;

  ProgressLines(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  /** Of another migration, whose first blocker is news again. */
  synchronized void begin() {
    blockers.clear();
    told = false;
    last = clock.getAsLong();
  }

  /** On a terminal alone. Called by the thread that watches, too. */
  synchronized void show(String line) {
    if (terminal.interactive()) {
      terminal.err().print(START_OF_LINE + line.substring(0, Math.min(WIDTH, line.length())));
      terminal.err().flush();
    }
  }

  /** What is at work, and how far. */
  synchronized void goesOn(String line) {
    show(line);
    if (!terminal.interactive() && isTime()) {
      print(line);
    }
  }

  /**
   * Somebody is in the way.
   *
   * @param blocker tells one from another
   * @param line all that is known of it
   * @param brief for where it is known already
   */
  synchronized void blocked(String blocker, String line, String brief) {
    if (terminal.interactive()) {
      if (blockers.add(blocker)) {
        terminal.err().print(START_OF_LINE);
        print(line);
      }
      show(brief);
    } else if (!told || isTime()) {
      told = true;
      print(line);
    }
  }

  private boolean isTime() {
    return clock.getAsLong() - last >= EVERY;
  }

  private void print(String line) {
    terminal.err().println(line);
    terminal.err().flush();
    last = clock.getAsLong();
  }
}
