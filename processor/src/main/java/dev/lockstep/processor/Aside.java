package dev.lockstep.processor;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread beside that of the compiler, for what needs nothing of the compiler: javac itself works
 * on one thread, so a machine with more cores has one to spare. It ends by itself where nobody
 * comes to close it, as when another processor fails between two rounds.
 */
final class Aside implements AutoCloseable {
  private final ExecutorService thread = thread();

  private static ExecutorService thread() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
          Thread daemon = new Thread(work, "lockstep");
          daemon.setDaemon(true);
          return daemon;
        });
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  /** What gives the same whenever and on whatever thread it is asked. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** A result to come. */
  static final class Later<T> {
    private final Work<T> work;
    private final FutureTask<T> task;

    private Later(Work<T> work) {
      this.work = work;
      this.task = new FutureTask<>(work::run);
    }

    /**
     * Does the work unless it has begun, then waits for it; what has failed is done again here, so
     * that it fails here.
     */
    T get() throws IOException {
      task.run();
      try {
        return task.get();
      } catch (ExecutionException e) {
        return work.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return work.run();
      }
    }
  }

  /** Has the work done when what was asked for before is done. */
  <T> Later<T> later(Work<T> work) {
    Later<T> later = new Later<>(work);
    thread.execute(later.task);
    return later;
  }

  /** Has the work done when somebody wants its result, if anybody does. */
  static <T> Later<T> whenAsked(Work<T> work) {
    return new Later<>(work);
  }

  /**
   * Nothing runs any more when this returns: the compiler closes what the thread's classes need.
   */
  @Override
  public void close() {
    thread.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = thread.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
