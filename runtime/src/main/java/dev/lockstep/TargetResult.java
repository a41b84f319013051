package dev.lockstep;

import java.time.Duration;

/**
 * What became of one target.
 *
 * @param <R> what a {@link Migrator} would have reported
 */
public sealed interface TargetResult<R> {
  Target target();

  /** As of a single migrator; of one that was not started {@link Outcome#FAILED}. */
  Outcome outcome();

  /**
   * It came to its end.
   *
   * @param outcome {@link Outcome#DONE}, or what the report itself says
   */
  record Completed<R>(Target target, R report, Outcome outcome, Duration duration)
      implements TargetResult<R> {}

  /**
   * It did not come to its end; all others went on.
   *
   * @param failure a {@link LockstepException}, unless it was a fault of a listener, a data source
   *     or this library
   */
  record Failed<R>(Target target, Throwable failure, Duration duration) implements TargetResult<R> {
    @Override
    public Outcome outcome() {
      return failure instanceof LockstepException known ? known.outcome() : Outcome.FAILED;
    }
  }

  /** The run was interrupted before its turn came; nothing was done to it. */
  record NotStarted<R>(Target target) implements TargetResult<R> {
    @Override
    public Outcome outcome() {
      return Outcome.FAILED;
    }
  }
}
