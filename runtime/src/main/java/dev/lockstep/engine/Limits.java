package dev.lockstep.engine;

import java.time.Duration;

/**
 * How long a run waits.
 *
 * @param lockWait for another process that migrates the same schema
 * @param lockTimeout for a lock on one of the application's tables, before it rolls back and lets
 *     the application pass
 * @param retryFor from the first try of a migration to its last
 */
public record Limits(Duration lockWait, Duration lockTimeout, Duration retryFor) {
  public static final Limits DEFAULT =
      new Limits(Duration.ofMinutes(5), Duration.ofSeconds(2), Duration.ofMinutes(1));

  public Limits withLockWait(Duration duration) {
    return new Limits(duration, lockTimeout, retryFor);
  }

  public Limits withLockTimeout(Duration duration) {
    return new Limits(lockWait, duration, retryFor);
  }

  public Limits withRetryFor(Duration duration) {
    return new Limits(lockWait, lockTimeout, duration);
  }
}
