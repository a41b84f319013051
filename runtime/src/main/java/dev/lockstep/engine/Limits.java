package dev.lockstep.engine;

import java.time.Duration;

/**
 * How long a run waits.
 *
 * @param lockWait for another process that migrates the same schema
 * @param lockTimeout for a lock on one of the application's tables, before it rolls back and lets
 *     the application pass
 * @param retryFor from when the first try of a migration, or of what is left of a step in batches,
 *     began to wait in vain, to the last; and for a connection, from when one was lost
 * @param batches how large those are
 */
public record Limits(Duration lockWait, Duration lockTimeout, Duration retryFor, Batches batches) {
  public static final Limits DEFAULT = new Limits(
      Duration.ofMinutes(5), Duration.ofSeconds(2), Duration.ofMinutes(1), Batches.DEFAULT);

  /** One more has more milliseconds than a setting of PostgreSQL holds. */
  private static final int MOST_DAYS = 24;

  public Limits {
    require("lockWait", lockWait, Duration.ZERO);
    // Zero would mean to PostgreSQL: as long as it takes.
    require("lockTimeout", lockTimeout, Duration.ofMillis(1));
    require("retryFor", retryFor, Duration.ofMillis(1));
  }

  static void require(String limit, Duration given, Duration least) {
    if (given.compareTo(least) < 0 || given.compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
      throw Failures.limitOutOfRange(limit, given, least, MOST_DAYS);
    }
  }

  public Limits withLockWait(Duration duration) {
    return new Limits(duration, lockTimeout, retryFor, batches);
  }

  public Limits withLockTimeout(Duration duration) {
    return new Limits(lockWait, duration, retryFor, batches);
  }

  public Limits withRetryFor(Duration duration) {
    return new Limits(lockWait, lockTimeout, duration, batches);
  }

  public Limits withBatches(Batches given) {
    return new Limits(lockWait, lockTimeout, retryFor, given);
  }
}
