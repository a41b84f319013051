package dev.lockstep;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a long step is.
 *
 * @param unit what is counted, in the plural: {@code rows}
 * @param done so many of them, in earlier runs too
 * @param total of them, as the server estimates it, and at least {@code done}; 0 where it does not
 * @param started when this run began to count
 * @param left how long it will take yet at this run's pace; empty where nobody can tell
 */
public record StepProgress(
    String unit, long done, long total, Instant started, Optional<Duration> left) {
  /** Below it the pace says nothing yet. */
  private static final Duration SHORTEST = Duration.ofMillis(500);

  /**
   * Estimates what is left.
   *
   * @param before what earlier runs had done
   */
  public static StepProgress of(
      String unit, long before, long done, long total, Instant started, Instant now) {
    Duration took = Duration.between(started, now);
    boolean known = total > 0 && done > before && took.compareTo(SHORTEST) >= 0;
    long whole = total > 0 ? Math.max(total, done) : 0;
    return new StepProgress(
        unit,
        done,
        whole,
        started,
        known
            ? Optional.of(Duration.ofMillis(
                Math.round((double) took.toMillis() * (whole - done) / (done - before))))
            : Optional.empty());
  }
}
