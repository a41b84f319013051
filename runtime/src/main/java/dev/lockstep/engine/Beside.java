package dev.lockstep.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A thread beside that of a run, which makes texts in order; the run's own where none is to be had.
 * Nothing of the application's code runs there: that may rely on its own thread, or hold what the
 * other one waits for.
 */
final class Beside implements AutoCloseable {
  /** For fewer migrations a thread costs more than it spares. */
  private static final int FEW = 8;

  private final Optional<ExecutorService> thread;

  Beside(int migrations) {
    this(migrations, Beside::daemon);
  }

  Beside(int migrations, ThreadFactory threads) {
    this.thread = migrations <= FEW ? Optional.empty() : started(threads);
  }

  /** Empty where the system has no thread left. */
  private static Optional<ExecutorService> started(ThreadFactory threads) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    try {
      thread.prestartCoreThread();
      return Optional.of(thread);
    } catch (OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lockstep-beside");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins with the work; its answer is waited for, and its exception thrown, where it is got. */
  <T> Supplier<T> begin(Supplier<T> work) {
    if (thread.isEmpty()) {
      return work;
    }
    CompletableFuture<T> answer = CompletableFuture.supplyAsync(work, thread.get());
    return () -> {
      try {
        return answer.join();
      } catch (CompletionException e) {
        throw cause(e);
      }
    };
  }

  private static RuntimeException cause(CompletionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }

  @Override
  public void close() {
    thread.ifPresent(ExecutorService::shutdownNow);
  }
}
