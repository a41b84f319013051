package dev.lockstep.engine;

/** Waits between two tries. */
final class Pause {
  private Pause() {}

  /**
   * Waits so many milliseconds.
   *
   * @throws dev.lockstep.LockTimeoutException if the thread is interrupted; it stays so
   */
  static void of(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted();
    }
  }
}
