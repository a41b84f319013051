package dev.lockstep.engine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A run that ends when its thread is interrupted or the process is to end: what the server does for
 * it is cancelled, again and again until the run is over, for the driver does not react to an
 * interrupt. Where a cancel does not help its connections are cut.
 *
 * <p>The first statement is not watched. Who is up to date sends no other, and pays for no thread.
 */
public final class InterruptibleRun implements AutoCloseable {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** How long a server may take to answer a cancel. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Thread runner = Thread.currentThread();
  private final CancellableSource source;
  private final CountDownLatch ended = new CountDownLatch(1);
  private int statements;
  private @Nullable Thread watch;
  private @Nullable InterruptOnExit exit;

  private InterruptibleRun(ConnectionSource source) {
    // Of many targets each has such a source already, and somebody who cancels it.
    this.source = source instanceof CancellableSource shared
        ? shared
        : CancellableSource.ofOneRun(source, new Runnable() {
          @Override
          public void run() {
            beforeStatement();
          }
        });
  }

  /** Begins one of this thread, with the connections of that source. */
  public static InterruptibleRun with(ConnectionSource source) {
    return new InterruptibleRun(source);
  }

  /** What the run takes its connections from. */
  public ConnectionSource source() {
    return source;
  }

  private void beforeStatement() {
    if (Thread.currentThread() != runner) {
      return;
    }
    statements++;
    if (statements == 2) {
      exit = InterruptOnExit.begin();
      watch = new Thread(this::watch, "lockstep-interrupt");
      watch.setDaemon(true);
      watch.start();
    }
    if (statements >= 2 && runner.isInterrupted()) {
      source.cancel();
    }
  }

  private void watch() {
    long began = System.nanoTime();
    try {
      while (!ended.await(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!source.isCancelled() && !runner.isInterrupted()) {
          began = System.nanoTime();
        } else if (System.nanoTime() - began < PATIENCE.toNanos()) {
          source.cancel();
        } else {
          source.abort();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leaves no thread behind, and the runner interrupted if that is what ended the run. */
  @Override
  public void close() {
    ended.countDown();
    if (watch != null) {
      Joined.within(PATIENCE, watch);
    }
    if (exit != null) {
      exit.close();
    }
    if (source.isCancelled()) {
      runner.interrupt();
    }
  }
}
