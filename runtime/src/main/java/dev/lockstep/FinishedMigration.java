package dev.lockstep;

import java.time.Duration;

/** A migration that this run applied or reverted; prints as {@code M0001_Initial (12 ms)}. */
public record FinishedMigration(String revision, Duration duration) {
  @Override
  public String toString() {
    return revision + " (" + duration.toMillis() + " ms)";
  }
}
