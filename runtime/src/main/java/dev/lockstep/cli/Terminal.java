package dev.lockstep.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where a command prints.
 *
 * @param out for results
 * @param err for errors and progress
 * @param interactive whether a person looks at it
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  static boolean isInteractive() {
    return Optional.ofNullable(System.console()).filter(Terminal::isTerminal).isPresent();
  }

  /** Since 22 there is a console even where there is no terminal; it says so itself. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
