package dev.lockstep.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Makes Ctrl-C and SIGTERM interrupt a thread while it works, and the process wait until that has
 * cleaned up and printed what it did; then it ends with the exit code of the signal.
 */
final class InterruptOnExit {
  /** Longer than a server may take to answer a cancel, shorter than orchestrators wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "lockstep-exit");

  private InterruptOnExit() {}

  /** Does the work in this thread. */
  static int during(IntSupplier work) {
    InterruptOnExit exit = new InterruptOnExit();
    Runtime.getRuntime().addShutdownHook(exit.hook);
    try {
      return work.getAsInt();
    } finally {
      exit.close();
    }
  }

  private void interrupt() {
    worker.interrupt();
    try {
      closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running already.
    }
  }
}
