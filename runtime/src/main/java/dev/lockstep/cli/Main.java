package dev.lockstep.cli;

import java.io.PrintStream;
import java.util.Map;

/**
 * The command line: {@code java -cp ... dev.lockstep.cli.Main upgrade}. Knows nothing of picocli
 * itself, so that it can say that picocli is missing.
 */
public final class Main {
  private static final int USAGE = 2;
  private static final String PICOCLI_MISSING = """
      error: [lockstep:PicocliMissing] picocli is not on the class path
          add: info.picocli:picocli
          on the module path: --add-modules info.picocli""";

  private Main() {}

  public static void main(String[] args) {
    System.exit(execute(args, System.getenv(), Terminal.ofProcess()));
  }

  /** Runs one command as {@link #main} does, without a terminal, and gives its exit code. */
  public static int execute(String[] args, PrintStream out, PrintStream err) {
    return execute(args, System.getenv(), new Terminal(out, err, false));
  }

  static int execute(String[] args, Map<String, String> environment, Terminal terminal) {
    try {
      return CommandRunner.run(args, environment, terminal);
    } catch (NoClassDefFoundError e) {
      if (!String.valueOf(e.getMessage()).startsWith("picocli/")) {
        throw e;
      }
      terminal.err().println(PICOCLI_MISSING);
      return USAGE;
    }
  }
}
