package dev.lockstep.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A thread beside that of a run, which makes texts in order. Nothing of the application's code runs
 * there: that may rely on its own thread, or hold what the other one waits for.
 */
final class Beside implements AutoCloseable {
  /** For fewer migrations a thread costs more than it spares. */
  private static final int FEW = 8;

  private final Optional<ExecutorService> thread;

  Beside(int migrations) {
    this.thread = migrations <= FEW
        ? Optional.empty()
        : Optional.of(Executors.newSingleThreadExecutor(Beside::daemon));
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
