package dev.lockstep.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the benchmarks that are named, or all; other modules have others. */
final class Benchmarks {
  private static final List<String> ALL = List.of("start", "apply", "grow", "check", "jmh");

  private Benchmarks() {}

  /** @param arguments comma list of names; empty for all */
  public static void main(String[] arguments) throws Exception {
    List<String> wanted = arguments.length == 0 || arguments[0].isEmpty()
        ? ALL
        : Arrays.asList(arguments[0].split(","));
    for (String name : ALL) {
      if (wanted.contains(name)) {
        long start = System.nanoTime();
        prepare();
        run(name);
        System.out.println(
            "\n" + name + " took " + (System.nanoTime() - start) / 1_000_000_000 + " s");
      }
    }
  }

  private static void prepare() throws IOException, URISyntaxException {
    Workplace.packPrograms();
    System.out.println("\nJDK " + Runtime.version() + ", "
        + Runtime.getRuntime().availableProcessors() + " processors, "
        + System.getProperty("os.name") + " " + System.getProperty("os.version") + "; "
        + Arrays.stream(System.getProperty("java.class.path").split(":"))
            .map(path -> path.substring(path.lastIndexOf('/') + 1))
            .filter(jar ->
                jar.matches("(flyway-core|liquibase-core|ebean-migration|postgresql|jmh-core)-.*"))
            .map(jar -> jar.replace(".jar", ""))
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining(", ")));
  }

  private static void run(String name) throws Exception {
    switch (name) {
      case "start" -> StartBenchmark.run();
      case "apply" -> ApplyBenchmark.run();
      case "grow" -> ApplyBenchmark.grow();
      case "check" -> CheckBenchmark.run();
      default -> JmhBenchmark.run();
    }
    CostPlot.draw();
  }
}
