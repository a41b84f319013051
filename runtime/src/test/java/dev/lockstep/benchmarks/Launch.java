package dev.lockstep.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs processes one after the other and sees what each costs, by the {@code time} of bash. */
final class Launch {
  private static final double MILLISECOND = 1e6;
  private static final String TIMES = "TIMEFORMAT='%3R %3U %3S'; time \"$@\"";
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Path folder;

  /** Output goes to files there. */
  Launch(Path folder) {
    this.folder = folder;
  }

  /**
   * A program of this package in a new JVM, which prints nanoseconds.
   *
   * @param options of the JVM beside those that all get: nobody's log is shown
   */
  Cost java(List<Path> classPath, List<String> options, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(
        JAVA.toString(),
        "-Djava.util.logging.config.file=" + quiet(),
        "-Dliquibase.analytics.enabled=false"));
    command.addAll(options);
    command.addAll(
        List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(":"))));
    command.add(Launch.class.getPackageName() + "." + program);
    command.addAll(List.of(arguments));
    Cost cost = run(command);
    List<String> printed = Files.readAllLines(folder.resolve("out"));
    double inner = Long.parseLong(printed.get(printed.size() - 1)) / MILLISECOND;
    return new Cost(cost.wall(), cost.cpu(), inner);
  }

  Cost run(List<String> command) throws IOException, InterruptedException {
    Path printed = folder.resolve("out");
    Path errors = folder.resolve("err");
    List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMES, "bash"));
    timed.addAll(command);
    int code = new ProcessBuilder(timed)
        .redirectOutput(printed.toFile())
        .redirectError(errors.toFile())
        .start()
        .waitFor();
    List<String> said = Files.readAllLines(errors);
    if (code != 0) {
      throw new IllegalStateException(String.join(" ", command) + "\n" + String.join("\n", said));
    }
    String[] times = said.get(said.size() - 1).split(" ");
    double wall = 1000 * Double.parseDouble(times[0]);
    double cpu = 1000 * (Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    return new Cost(wall, cpu, wall);
  }

  private Path quiet() throws IOException {
    Path file = folder.resolve("logging.properties");
    if (!Files.exists(file)) {
      Files.writeString(file, ".level = WARNING\nhandlers = java.util.logging.ConsoleHandler\n");
    }
    return file;
  }
}
