package dev.lockstep.cli;

import dev.lockstep.MigrationSet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line in a JVM of its own, over one migration set of the tests. */
public final class MainProcess {
  private final Path folder;
  private final Process process;

  private MainProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param folder where it writes and finds the set as a service
   * @param missing how the names of jars begin that are not on its class path; empty for none
   */
  public static MainProcess start(
      Path folder,
      Class<? extends MigrationSet> set,
      String missing,
      Map<String, String> environment,
      String... args)
      throws IOException {
    return start(Main.class, folder, set, missing, environment, args);
  }

  /** The same for another program that starts migrations. */
  static MainProcess start(
      Class<?> program,
      Path folder,
      Class<? extends MigrationSet> set,
      String missing,
      Map<String, String> environment,
      String... args)
      throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(MigrationSet.class.getName()), set.getName());
    String classPath = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(element -> missing.isEmpty() || !new File(element).getName().startsWith(missing))
        .collect(Collectors.joining(File.pathSeparator));
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It is over before the better compiler would have paid.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath + File.pathSeparator + folder,
                program.getName()),
            Stream.of(args))
        .toList());
    builder.environment().putAll(environment);
    builder.environment().keySet().remove("JAVA_TOOL_OPTIONS");
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    return new MainProcess(folder, builder.start());
  }

  public Process process() {
    return process;
  }

  /** Waits until it has ended; exit code, output and errors. */
  public CommandLineRun end() throws IOException, InterruptedException {
    int code = process.waitFor();
    return new CommandLineRun(code, read("out"), read("err"));
  }

  /** Waits until it has printed that, on the standard error. */
  void awaitError(String text) throws IOException {
    while (!read("err").contains(text)) {
      if (!process.isAlive()) {
        throw new AssertionError("it has ended: " + this);
      }
      Thread.onSpinWait();
    }
  }

  /** What it has printed so far. */
  @Override
  public String toString() {
    try {
      return read("out") + "|" + read("err");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8).strip();
  }
}
