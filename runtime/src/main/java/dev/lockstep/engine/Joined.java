package dev.lockstep.engine;

import java.time.Duration;

/** Waits for the end of a thread, also in one that is interrupted, and so is in a hurry. */
final class Joined {
  private Joined() {}

  /** Comes back when the thread has ended, or the time is over; an interrupt stays. */
  static void within(Duration longest, Thread thread) {
    long end = System.nanoTime() + longest.toNanos();
    boolean interrupted = false;
    long left = longest.toMillis();
    while (thread.isAlive() && left > 0) {
      try {
        thread.join(left);
      } catch (InterruptedException e) {
        interrupted = true;
      }
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
