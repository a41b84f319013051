package dev.lockstep.processor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Prints what compiles took as tables, and keeps it as {@code compile.csv} and a plot of that. */
final class CompileReport {
  /** The way to which the others are compared. */
  static final String BASE = "claims alone";

  private final List<String> csv = new ArrayList<>(
      List.of(
          "tables,compile,median_ms,min_ms,max_ms,to_claims,cpu_s,cpu_to_claims,peak_mb,rounds,jdk,processors"));
  private final Map<String, Map<Integer, Double>> perTable = new LinkedHashMap<>();
  private final int rounds;

  CompileReport(int rounds) {
    this.rounds = rounds;
  }

  /** Prints it at once; a large benchmark takes its time. */
  void add(int count, Map<String, Measured> ways) {
    Measured claims = ways.get(BASE);
    int processors = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        "%n%d tables x 12 columns; JDK %s, %d processors, %d rounds%n%n",
        count, Runtime.version(), processors, rounds);
    System.out.printf(
        Locale.ROOT,
        "| %,d tables | median ms | min to max ms | ms per table | to claims | CPU s | to claims"
            + " | peak MB |%n",
        count);
    System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
    ways.forEach((name, way) -> {
      System.out.println(way.row(claims, count));
      csv.add(String.format(
          Locale.ROOT,
          "%d,%s,%d,%s,%d",
          count,
          way.csv(claims),
          rounds,
          Runtime.version(),
          processors));
      perTable.computeIfAbsent(name, key -> new TreeMap<>()).put(count, way.median() / count);
    });
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("compile.csv"), csv);
    Files.writeString(
        folder.resolve("compile.svg"), CompilePlot.of("ms per table, whole javac", perTable));
  }
}
