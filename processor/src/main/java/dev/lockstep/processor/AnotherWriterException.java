package dev.lockstep.processor;

import java.io.IOException;

/** Somebody else writes to the source tree, or has written to it since this compile read it. */
final class AnotherWriterException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Such an encounter.
   *
   * @param message a clause that goes on from "nothing was written, since"
   */
  AnotherWriterException(String message) {
    super(message);
  }
}
