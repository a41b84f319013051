package dev.lockstep.benchmarks;

import java.util.List;
import java.util.Locale;

/** Figures of several rounds, at least one. */
record Numbers(List<Double> values) {
  Numbers {
    values = values.stream().sorted().toList();
  }

  double median() {
    int middle = values.size() / 2;
    return values.size() % 2 == 1
        ? values.get(middle)
        : (values.get(middle - 1) + values.get(middle)) / 2;
  }

  /** As in {@code 12.3 (11.9-14.0)}: the median and the extremes. */
  @Override
  public String toString() {
    return text(median())
        + (values.size() == 1
            ? ""
            : " (" + text(values.get(0)) + "-" + text(values.get(values.size() - 1)) + ")");
  }

  /** With three digits or so. */
  static String text(double value) {
    double size = Math.abs(value);
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }
}
