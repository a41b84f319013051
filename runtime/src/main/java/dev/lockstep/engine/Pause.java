package dev.lockstep.engine;

import dev.lockstep.LockstepException;
import java.util.function.Supplier;

/** Waits between two tries. */
final class Pause {
  private Pause() {}

  /**
   * Waits so many milliseconds.
   *
   * @throws dev.lockstep.LockTimeoutException if the thread is interrupted; it stays so
   */
  static void of(long milliseconds) {
    of(milliseconds, Failures::interrupted);
  }

  /**
   * The same.
   *
   * @param interrupted makes what is thrown if the thread is interrupted
   */
  static void of(long milliseconds, Supplier<LockstepException> interrupted) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted.get();
    }
  }
}
