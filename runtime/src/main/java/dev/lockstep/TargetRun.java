package dev.lockstep;

import dev.lockstep.engine.CancellableSource;
import dev.lockstep.engine.ConnectionSource;
import dev.lockstep.engine.Jobs;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/** One target of a run, and what became of it so far; whatever it throws stays with it. */
final class TargetRun<R> implements Jobs.Job {
  private static final Logger LOG = System.getLogger("dev.lockstep");

  private final Target target;
  private final CancellableSource source;
  private final Work<R> work;
  private final Function<R, Outcome> outcome;
  private final Consumer<TargetResult<?>> finished;
  private volatile TargetResult<R> result;

  /** What is done, with the connections of the target. */
  interface Work<R> {
    R on(Target target, ConnectionSource source) throws Throwable;
  }

  /**
   * A run that is yet to begin.
   *
   * @param outcome that of a report
   * @param finished hears of the result, in the same thread
   */
  TargetRun(
      Target target,
      CancellableSource source,
      Work<R> work,
      Function<R, Outcome> outcome,
      Consumer<TargetResult<?>> finished) {
    this.target = target;
    this.source = source;
    this.work = work;
    this.outcome = outcome;
    this.finished = finished;
    this.result = new TargetResult.NotStarted<>(target);
  }

  TargetResult<R> result() {
    return result;
  }

  @Override
  public void run() {
    result = resultOfWork();
    try {
      finished.accept(result);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the listener failed at the end of " + target, e);
    }
  }

  @SuppressWarnings("CatchThrowable") // Not even a stack overflow may stop the others.
  private TargetResult<R> resultOfWork() {
    long start = System.nanoTime();
    try {
      R report = work.on(target, source);
      return new TargetResult.Completed<>(target, report, outcome.apply(report), since(start));
    } catch (Throwable e) {
      LOG.log(Level.DEBUG, target + " failed", e);
      return new TargetResult.Failed<>(target, e, since(start));
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void cancel() {
    source.cancel();
  }

  @Override
  public void abort() {
    source.abort();
  }
}
