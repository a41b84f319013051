package dev.lockstep.processor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one of several ways took, round by round: milliseconds of the wall, KB at the peak. */
final class Measured {
  private final String name;
  private final List<Double> millis = new ArrayList<>();
  private final List<Double> peaks = new ArrayList<>();

  Measured(String name) {
    this.name = name;
  }

  void add(double milliseconds, double peak) {
    millis.add(milliseconds);
    peaks.add(peak);
  }

  /**
   * A row of the table: median, spread, median by the number of tables, median of the ratios to
   * another of the same rounds, peak.
   */
  String row(Measured base, int tables) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %s | %.3g | %.2f | %.0f |",
        name,
        median(),
        spread(),
        median() / tables,
        ratio(base),
        quantile(peaks, 0.5) / 1024);
  }

  private String spread() {
    return millis.size() == 1
        ? "one round"
        : String.format(Locale.ROOT, "%.0f to %.0f", quantile(millis, 0), quantile(millis, 1));
  }

  /** Median, spread, ratio and peak with commas. */
  String csv(Measured base) {
    return String.format(
        Locale.ROOT,
        "%s,%.1f,%.1f,%.1f,%.3f,%.0f",
        name,
        median(),
        quantile(millis, 0),
        quantile(millis, 1),
        ratio(base),
        quantile(peaks, 0.5) / 1024);
  }

  /** Of the milliseconds. */
  double median() {
    return quantile(millis, 0.5);
  }

  /** The median of the ratios of rounds: a machine that slows down in between slows both. */
  double ratio(Measured base) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < millis.size(); i++) {
      ratios.add(millis.get(i) / base.millis.get(i));
    }
    return quantile(ratios, 0.5);
  }

  private static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(part * (sorted.size() - 1)));
  }
}
