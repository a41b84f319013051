package dev.lockstep.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Things to do at the same time, so many at once; an interrupt of who waits for them ends them. */
public final class Jobs {
  private static final Duration CANCEL_AGAIN = Duration.ofMillis(100);

  /** How long a server may take to answer a cancel. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Queue<Job> waiting;
  private final Map<Job, Thread> underWay = new ConcurrentHashMap<>();
  private final CountDownLatch workers;
  private volatile boolean cancelled;

  /** One of them. */
  public interface Job {
    /** Does it; throws nothing. */
    void run();

    /** Ends it while another thread does it; called again and again until it has ended. */
    void cancel();

    /** Ends it where {@link #cancel} did not. */
    void abort();
  }

  private Jobs(List<? extends Job> jobs, int workers) {
    this.waiting = new ConcurrentLinkedQueue<>(jobs);
    this.workers = new CountDownLatch(workers);
  }

  /**
   * Does them in that order and comes back when none is under way. If the thread is interrupted,
   * none begins any more and those under way are ended; the thread stays interrupted.
   *
   * @param parallel how many at once, at least one
   */
  public static void run(List<? extends Job> jobs, int parallel) {
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    int threads = Math.min(parallel, jobs.size());
    Jobs run = new Jobs(jobs, threads);
    for (int i = 1; i <= threads; i++) {
      Thread thread = new Thread(run::work, "lockstep-target-" + i);
      // Who waits keeps the process alive; nobody else needs it.
      thread.setDaemon(true);
      thread.start();
    }
    InterruptOnExit exit = InterruptOnExit.begin();
    try {
      run.workers.await();
    } catch (InterruptedException e) {
      run.cancel();
      Thread.currentThread().interrupt();
    } finally {
      exit.close();
    }
  }

  private void work() {
    try {
      for (Job job = next(); job != null; job = next()) {
        underWay.put(job, Thread.currentThread());
        try {
          job.run();
        } finally {
          underWay.remove(job);
        }
      }
    } finally {
      workers.countDown();
    }
  }

  private @Nullable Job next() {
    return cancelled ? null : waiting.poll();
  }

  private void cancel() {
    cancelled = true;
    long began = System.nanoTime();
    boolean ended = false;
    while (!ended) {
      boolean patient = System.nanoTime() - began < PATIENCE.toNanos();
      underWay.forEach((job, thread) -> cancel(job, thread, patient));
      try {
        ended = workers.await(CANCEL_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        // Asked once more for what is being done; run() remembers it.
      }
    }
  }

  private static void cancel(Job job, Thread thread, boolean patient) {
    if (patient) {
      job.cancel();
    } else {
      job.abort();
    }
    // Some wait between two tries, not for the server.
    thread.interrupt();
  }
}
