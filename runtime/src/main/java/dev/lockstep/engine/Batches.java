package dev.lockstep.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a backfill spares the application.
 *
 * @param rows the most that one batch looks at
 * @param pause between two batches; null for as long as the batch before took, within limits
 */
public record Batches(int rows, @Nullable Duration pause) {
  static final Batches DEFAULT = new Batches(10_000, null);

  private static final int FIRST = 1_000;

  /** Where each row takes long: whoever needs one of a batch waits for all. */
  private static final int LEAST = 100;

  private static final long WANTED_NANOS = Duration.ofMillis(100).toNanos();
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofMillis(100);

  public Batches {
    if (rows < 1) {
      throw Failures.batchOutOfRange(rows);
    }
    if (pause != null) {
      Limits.require("backfillPause", pause, Duration.ZERO);
    }
  }

  public Batches withRows(int most) {
    return new Batches(most, pause);
  }

  public Batches withPause(Duration given) {
    return new Batches(rows, given);
  }

  /** Of the first batch. */
  int first() {
    return Math.min(FIRST, rows);
  }

  /** How large the batch after one should be that took so long: twice that, or half, at most. */
  int after(int size, Duration took) {
    double factor = (double) WANTED_NANOS / Math.max(1, took.toNanos());
    double wanted = size * Math.min(2, Math.max(0.5, factor));
    return (int) Math.min(rows, Math.max(LEAST, wanted));
  }

  /** How long to wait after a batch that took so long. */
  Duration pauseAfter(Duration took) {
    if (pause != null) {
      return pause;
    }
    Duration least = took.compareTo(SHORTEST) < 0 ? SHORTEST : took;
    return least.compareTo(LONGEST) > 0 ? LONGEST : least;
  }
}
