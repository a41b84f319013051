package dev.lockstep.cli;

import dev.lockstep.LockstepException;
import dev.lockstep.Outcome;
import dev.lockstep.UsageException;
import dev.lockstep.engine.InterruptOnExit;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs one command line, and turns whatever it throws into a message and an exit code. */
final class CommandRunner {
  private final Terminal terminal;
  private final boolean json;
  private final boolean stackTrace;

  private CommandRunner(Terminal terminal, List<String> args) {
    this.terminal = terminal;
    // Looked for here because a command line that is wrong is not parsed to its end.
    this.json = args.contains("--json");
    this.stackTrace = args.contains("--stacktrace");
  }

  static int run(String[] args, Map<String, String> environment, Terminal terminal) {
    Quiet.library();
    CommandRunner runner = new CommandRunner(terminal, Arrays.asList(args));
    CommandLine commandLine = new CommandLine(new Lockstep(environment, terminal))
        .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((e, all) -> runner.usage(e))
        .setExecutionExceptionHandler((e, command, parsed) -> runner.failure(e));
    // "downgrade -2" means two steps, not an option.
    commandLine.getSubcommands().entrySet().stream()
        .filter(command -> command.getKey().equals("downgrade"))
        .forEach(command -> command.getValue().setUnmatchedOptionsArePositionalParams(true));
    // Also while it prints what became of it.
    InterruptOnExit exit = InterruptOnExit.begin();
    try {
      return commandLine.execute(args);
    } finally {
      exit.close();
    }
  }

  private int usage(ParameterException e) {
    String help = "help: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    return failure(new UsageException("Usage", String.valueOf(e.getMessage()), List.of(help), e));
  }

  private int failure(Exception e) {
    Outcome outcome = e instanceof LockstepException known ? known.outcome() : Outcome.FAILED;
    terminal.err().println("error: " + message(e));
    if (stackTrace) {
      e.printStackTrace(terminal.err());
    }
    if (json) {
      terminal.out().println(Json.write(ReportJson.failure(e, outcome)));
    }
    return outcome.exitCode();
  }

  static String message(Throwable e) {
    return e instanceof LockstepException
        ? String.valueOf(e.getMessage())
        : "[lockstep:Unexpected] " + e + "\n    see where: --stacktrace";
  }
}
