package dev.lockstep.processor.source;

/** A step of a migration that can be read, and that would fail before it reaches a database. */
public final class InvalidStepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidStepException(String message) {
    super(message);
  }
}
