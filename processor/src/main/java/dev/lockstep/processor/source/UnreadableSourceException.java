package dev.lockstep.processor.source;

/** A migration does more than call the editor with literals, so only running it tells what. */
final class UnreadableSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableSourceException(String message) {
    super(message);
  }
}
