package dev.lockstep.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes Ctrl-C, SIGTERM and {@code System.exit} interrupt a thread while it works, and the process
 * wait until that has cleaned up; then it ends with the exit code that it was to end with.
 */
public final class InterruptOnExit implements AutoCloseable {
  /** Longer than a server may take to answer a cancel, shorter than orchestrators wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::interrupt, "lockstep-exit");

  private InterruptOnExit() {}

  /** Begins for this thread; it is interrupted at once if the process is about to end. */
  public static InterruptOnExit begin() {
    InterruptOnExit exit = new InterruptOnExit();
    try {
      Runtime.getRuntime().addShutdownHook(exit.hook);
    } catch (IllegalStateException e) {
      exit.worker.interrupt();
    }
    return exit;
  }

  private void interrupt() {
    worker.interrupt();
    try {
      closed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running already.
    }
  }
}
