package dev.lockstep.processor.benchmarks;

import dev.lockstep.processor.LockstepProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whole compilers, one after the other in turn, over the same sources: without a processor, with
 * one that only claims the annotations, with Lockstep and nothing changed, and with Lockstep
 * writing a migration for one changed column. Prints medians, spread and ratios to the second.
 *
 * <p>Arguments: numbers of tables, separated by commas; rounds.
 */
public final class CompileBenchmark {
  private static final String CHANGE = "-Alockstep.migrate=Change";

  private final Path folder;
  private final ManyTables tables;
  private final int count;

  private CompileBenchmark(Path folder, int count) {
    this.folder = folder;
    this.count = count;
    this.tables = new ManyTables(folder.resolve("src"), count);
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = Integer.parseInt(arguments[1]);
    for (String count : arguments[0].split(",")) {
      Path folder = Files.createTempDirectory("lockstep-benchmark");
      try {
        new CompileBenchmark(folder, Integer.parseInt(count)).run(rounds);
      } finally {
        delete(folder);
      }
    }
  }

  private void run(int rounds) throws Exception {
    tables.write();
    compile(new Measured("first"), processor(LockstepProcessor.class), "-Alockstep.migrate=First");
    Map<String, Measured> ways = new LinkedHashMap<>();
    for (String name : List.of("none", "claims", "unchanged", "generates")) {
      ways.put(name, new Measured(name));
    }
    // The first round fills the caches of the disk and is thrown away.
    for (int round = 0; round <= rounds; round++) {
      boolean counts = round > 0;
      for (Map.Entry<String, Measured> way : ways.entrySet()) {
        run(way.getKey(), counts ? way.getValue() : new Measured("warm-up"));
      }
    }
    System.out.printf(
        "%n%d tables x 12 columns, JDK %s, %d rounds%n", count, Runtime.version(), rounds);
    System.out.println(
        "| compile                          |   median ms | min to max ms | to claims | peak MB |");
    ways.values().forEach(way -> System.out.println(way.row(ways.get("claims"))));
  }

  private void run(String way, Measured measured) throws Exception {
    switch (way) {
      case "none" -> compile(measured, List.of("-proc:none"));
      case "claims" -> compile(measured, processor(ClaimingProcessor.class));
      case "unchanged" -> compile(measured, processor(LockstepProcessor.class));
      default -> generate(measured);
    }
  }

  private void generate(Measured measured) throws Exception {
    Path migrations = folder.resolve("src/shop/migrations");
    Path snapshot = migrations.resolve("schema.json");
    byte[] recorded = Files.readAllBytes(snapshot);
    tables.changeOne();
    compile(measured, processor(LockstepProcessor.class), CHANGE);
    tables.changeBack();
    Files.write(snapshot, recorded);
    Files.delete(migrations.resolve("M0002_Change.java"));
  }

  private static List<String> processor(Class<?> processor) {
    return List.of(
        "-processor", processor.getName(), "-processorpath", System.getProperty("java.class.path"));
  }

  private void compile(Measured measured, List<String> processing, String... options)
      throws IOException, InterruptedException {
    Path classes = folder.resolve("classes");
    delete(classes);
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(processing);
    arguments.addAll(Arrays.asList(options));
    arguments.addAll(
        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    Path list = folder.resolve("arguments");
    Files.write(list, arguments);
    Path output = folder.resolve("output");
    long start = System.nanoTime();
    Process process = new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-cp",
            System.getProperty("java.class.path"),
            CompileOnce.class.getName(),
            "@" + list)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    int status = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    List<String> lines = Files.readAllLines(output);
    if (status != 0) {
      throw new IllegalStateException(String.join("\n", lines));
    }
    measured.add(millis, Double.parseDouble(lines.get(lines.size() - 1)));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }
}
