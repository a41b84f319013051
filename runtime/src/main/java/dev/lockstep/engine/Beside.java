package dev.lockstep.engine;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A thread beside that of a run, for what can be done ahead. What it has not begun with when it is
 * needed, or where there is no such thread, the run's own thread does. Nothing of the application's
 * code runs there: that may rely on its own thread, or hold what the other one waits for.
 */
final class Beside implements AutoCloseable {
  /** In seconds; all that is done here takes milliseconds. */
  private static final int LONGEST_END = 1;

  private final Optional<ThreadPoolExecutor> thread;

  private Beside(Optional<ThreadPoolExecutor> thread) {
    this.thread = thread;
  }

  static Beside start() {
    return start(Beside::daemon);
  }

  /** Without one where the system has no thread left. */
  static Beside start(ThreadFactory threads) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    try {
      thread.prestartCoreThread();
      return new Beside(Optional.of(thread));
    } catch (OutOfMemoryError e) {
      return none();
    }
  }

  /** The run's own thread alone. */
  static Beside none() {
    return new Beside(Optional.empty());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "lockstep-beside");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins with the work; its exception is thrown where its answer is got. */
  <T> Supplier<T> begin(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    thread.ifPresent(each -> each.execute(task));
    return () -> {
      task.run();
      return answer(task);
    };
  }

  /** For what nobody waits for; if it fails, whoever needs it sees why. */
  void prepare(Runnable work) {
    thread.ifPresent(each -> each.execute(new FutureTask<>(work, true)));
  }

  private static <T> T answer(FutureTask<T> task) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          // What runs is short, and waits for nothing.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw cause(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException cause(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }

  /** Lets what has begun end: an interrupt can make a class loader close its files. */
  @Override
  public void close() {
    thread.ifPresent(Beside::end);
  }

  private static void end(ThreadPoolExecutor thread) {
    thread.getQueue().clear();
    thread.shutdown();
    boolean interrupted = Thread.interrupted();
    try {
      if (!thread.awaitTermination(LONGEST_END, TimeUnit.SECONDS)) {
        Log.LOGGER.log(Level.DEBUG, "the thread beside the run goes on with what it has begun");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
