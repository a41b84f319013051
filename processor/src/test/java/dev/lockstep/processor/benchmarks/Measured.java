package dev.lockstep.processor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one of several ways took, round by round: milliseconds of the wall and of the processors, KB
 * at the peak.
 */
final class Measured {
  private final String name;
  private final List<Double> millis = new ArrayList<>();
  private final List<Double> busy = new ArrayList<>();
  private final List<Double> peaks = new ArrayList<>();

  Measured(String name) {
    this.name = name;
  }

  void add(double wall, double processors, double peak) {
    millis.add(wall);
    busy.add(processors);
    peaks.add(peak);
  }

  /**
   * A row of the table: median, spread, median by the number of tables, median of the ratios to
   * another of the same rounds, the same of the processors' time, peak.
   */
  String row(Measured base, int tables) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %s | %.3g | %.2f | %.1f | %.2f | %.0f |",
        name,
        median(),
        spread(),
        median() / tables,
        ratio(millis, base.millis),
        quantile(busy, 0.5) / 1000,
        ratio(busy, base.busy),
        quantile(peaks, 0.5) / 1024);
  }

  private String spread() {
    return millis.size() == 1
        ? "one round"
        : String.format(Locale.ROOT, "%.0f to %.0f", quantile(millis, 0), quantile(millis, 1));
  }

  /** Median, spread, ratio, processors' seconds and their ratio, and peak with commas. */
  String csv(Measured base) {
    return String.format(
        Locale.ROOT,
        "%s,%.1f,%.1f,%.1f,%.3f,%.2f,%.3f,%.0f",
        name,
        median(),
        quantile(millis, 0),
        quantile(millis, 1),
        ratio(millis, base.millis),
        quantile(busy, 0.5) / 1000,
        ratio(busy, base.busy),
        quantile(peaks, 0.5) / 1024);
  }

  /** Of the milliseconds. */
  double median() {
    return quantile(millis, 0.5);
  }

  /** The median of the ratios of rounds: a machine that slows down in between slows both. */
  private static double ratio(List<Double> values, List<Double> base) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / base.get(i));
    }
    return quantile(ratios, 0.5);
  }

  private static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(part * (sorted.size() - 1)));
  }
}
