package dev.lockstep.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command prints.
 *
 * @param out for results
 * @param err for errors and progress
 * @param interactive whether a person looks at it
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /**
   * That of this process. What no person looks at is UTF-8 whatever the locale: that of a job or of
   * a container has ASCII alone, and Java writes a question mark for any other letter. A person
   * there is no worse off.
   */
  static Terminal ofProcess() {
    boolean interactive = isInteractive();
    return interactive && !isAscii()
        ? new Terminal(System.out, System.err, true)
        : new Terminal(utf8(System.out), utf8(System.err), interactive);
  }

  private static boolean isAscii() {
    String locale = System.getProperty("native.encoding", "");
    return Charset.isSupported(locale) && Charset.forName(locale).equals(StandardCharsets.US_ASCII);
  }

  /** Lets the bytes through as they are. */
  private static PrintStream utf8(PrintStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static boolean isInteractive() {
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
