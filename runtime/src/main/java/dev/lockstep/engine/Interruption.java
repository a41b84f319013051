package dev.lockstep.engine;

import java.util.Objects;
import java.util.stream.Stream;

/** Tells whether a run failed because somebody asked for its end. */
public final class Interruption {
  private Interruption() {}

  /** Whether so; the thread is interrupted then, also if what failed has taken that away. */
  public static boolean isReasonFor(Throwable failure, ConnectionSource source) {
    boolean reason = Thread.currentThread().isInterrupted()
        || source.isCancelled()
        || Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(InterruptedException.class::isInstance);
    if (reason) {
      Thread.currentThread().interrupt();
    }
    return reason;
  }
}
