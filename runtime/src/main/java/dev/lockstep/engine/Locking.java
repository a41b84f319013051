package dev.lockstep.engine;

import dev.lockstep.LockKind;
import java.time.Duration;

/**
 * What keeps other processes off a schema that is migrated.
 *
 * @param lease how long a lease lasts unless it is renewed
 */
public record Locking(LockKind kind, Duration lease) {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public static final Locking DEFAULT = new Locking(LockKind.AUTOMATIC, Duration.ofSeconds(30));

  public Locking {
    Limits.require("leaseTime", lease, SHORTEST);
  }

  boolean isLease(Engine engine) {
    return kind == LockKind.LEASE
        || (kind == LockKind.AUTOMATIC && !engine.hasReliableAdvisoryLocks());
  }
}
