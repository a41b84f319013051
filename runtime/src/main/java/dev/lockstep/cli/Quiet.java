package dev.lockstep.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what the library logs for applications off the command line's standard error, where
 * {@code java.util.logging} writes it unless a configuration says otherwise.
 */
final class Quiet {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger LIBRARY = Logger.getLogger("dev.lockstep");

  private Quiet() {}

  static void library() {
    LIBRARY.setLevel(Level.WARNING);
  }
}
