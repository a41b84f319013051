package dev.lockstep.engine;

import dev.lockstep.ConnectionWork;
import dev.lockstep.operation.Operation;

/** One thing that a migration does. */
sealed interface Step {
  /** For listeners and messages. */
  String text();

  /** Whether a person wrote it, so that anything may be in it. */
  boolean handWritten();

  /**
   * SQL to send as it is.
   *
   * @param operation that it carries out
   */
  record SqlStep(String text, boolean handWritten, Operation operation) implements Step {}

  /** Java to run, with its name. */
  record JavaStep(String text, ConnectionWork work) implements Step {
    @Override
    public boolean handWritten() {
      return true;
    }
  }
}
