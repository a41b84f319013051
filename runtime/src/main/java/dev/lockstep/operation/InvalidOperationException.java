package dev.lockstep.operation;

/** An operation met a schema that does not allow it; the message names both. */
public final class InvalidOperationException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public InvalidOperationException(String message) {
    super(message);
  }
}
