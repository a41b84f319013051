package dev.lockstep.processor.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.palantir.javapoet.JavaFile;
import dev.lockstep.Migration;
import dev.lockstep.annotations.Table;
import dev.lockstep.processor.LockstepProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
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
 * one that only claims the annotations, with one that generates an empty class besides, with
 * Lockstep and nothing changed, and with Lockstep writing a migration for one changed column.
 * Prints medians, spread and ratios to the second.
 *
 * <p>Arguments: benchmarks that are wanted, each behind a comma, of which this one is
 * {@code compile}, and a comma alone for all; numbers of tables, separated by commas; rounds;
 * folder for {@code compile.csv} and {@code compile.svg}; options for each compiler's JVM, with
 * spaces between them and a comma before.
 */
public final class CompileBenchmark {
  /** Rows of the report; "What a compile costs" in README.md names them so. */
  private static final List<String> WAYS =
      List.of("no processor", CompileReport.BASE, "one class", "nothing changed", "generates");

  private final Path folder;
  private final ManyTables tables;
  private final int count;
  private final List<String> jvmOptions;
  private final List<String> onClassPath = List.of(home(Table.class), home(Migration.class));
  private final List<String> onProcessorPath;

  private CompileBenchmark(Path folder, int count, List<String> jvmOptions) {
    this.folder = folder;
    this.count = count;
    this.jvmOptions = jvmOptions;
    this.tables = new ManyTables(folder.resolve("src"), count);
    this.onProcessorPath = new ArrayList<>(onClassPath);
    for (Class<?> part : List.of(
        LockstepProcessor.class, ClaimingProcessor.class, JavaFile.class, JsonFactory.class)) {
      onProcessorPath.add(home(part));
    }
  }

  public static void main(String[] arguments) throws Exception {
    // A comma comes first, since Maven hands over no argument that is empty.
    String wanted = arguments[0];
    if (!wanted.equals(",") && !List.of(wanted.split(",")).contains("compile")) {
      return;
    }
    int rounds = Integer.parseInt(arguments[2]);
    List<String> jvmOptions =
        arguments[4].equals(",") ? List.of() : List.of(arguments[4].substring(1).split(" +"));
    CompileReport report = new CompileReport(rounds);
    for (String count : arguments[1].split(",")) {
      Path folder = Files.createTempDirectory("lockstep-benchmark");
      try {
        report.add(
            Integer.parseInt(count),
            new CompileBenchmark(folder, Integer.parseInt(count), jvmOptions).run(rounds));
      } finally {
        delete(folder);
      }
    }
    report.write(Path.of(arguments[3]));
  }

  private Map<String, Measured> run(int rounds) throws Exception {
    tables.write();
    compile(new Measured("first"), LockstepProcessor.class, "-Alockstep.migrate=First");
    Map<String, Measured> ways = new LinkedHashMap<>();
    for (String name : WAYS) {
      ways.put(name, new Measured(name));
    }
    // The first round fills the caches of the disk and is thrown away.
    for (int round = 0; round <= rounds; round++) {
      for (String way : WAYS) {
        run(way, round > 0 ? ways.get(way) : new Measured("warm-up"));
      }
    }
    return ways;
  }

  private void run(String way, Measured measured) throws Exception {
    switch (way) {
      case "no processor" -> compile(measured, List.of("-proc:none"));
      case CompileReport.BASE -> compile(measured, ClaimingProcessor.class);
      case "one class" -> compile(measured, OneClassProcessor.class);
      case "nothing changed" -> compile(measured, LockstepProcessor.class);
      default -> generate(measured);
    }
  }

  private void generate(Measured measured) throws Exception {
    Path migrations = folder.resolve("src/shop/migrations");
    Path snapshot = migrations.resolve("schema.json");
    byte[] recorded = Files.readAllBytes(snapshot);
    tables.changeOne();
    compile(measured, LockstepProcessor.class, "-Alockstep.migrate=Change");
    tables.changeBack();
    Files.write(snapshot, recorded);
    Files.delete(migrations.resolve("M0002_Change.java"));
  }

  private void compile(Measured measured, Class<?> processor, String... options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(Arrays.asList(options));
    arguments.addAll(List.of("-processor", processor.getName(), "-processorpath"));
    arguments.add(String.join(File.pathSeparator, onProcessorPath));
    compile(measured, arguments);
  }

  private void compile(Measured measured, List<String> processing)
      throws IOException, InterruptedException {
    Path classes = folder.resolve("classes");
    delete(classes);
    Files.createDirectories(classes);
    List<String> arguments = new ArrayList<>(processing);
    arguments.addAll(
        List.of("-d", classes.toString(), "-cp", String.join(File.pathSeparator, onClassPath)));
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    Path list = folder.resolve("arguments");
    Files.write(list, arguments);
    Path output = folder.resolve("output");
    long start = System.nanoTime();
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
    command.addAll(jvmOptions);
    command.addAll(
        List.of("-cp", home(CompileOnce.class), CompileOnce.class.getName(), "@" + list));
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    int status = process.waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    List<String> lines = Files.readAllLines(output);
    if (status != 0) {
      throw new IllegalStateException(String.join("\n", lines));
    }
    String[] told = lines.get(lines.size() - 1).split(" ");
    measured.add(millis, Double.parseDouble(told[0]), Double.parseDouble(told[1]));
  }

  /** The folder or jar that the class is from. */
  private static String home(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
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
