package dev.lockstep.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws what each migration and each table costs over how many there are, as SVG; both axes are
 * logarithmic, so that twice the cost is as far up everywhere.
 */
final class CostPlot {
  private static final int WIDTH = 790;
  private static final int HEIGHT = 380;
  private static final int LEFT = 70;
  private static final int RIGHT = 280;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;

  /** Legible on white and on black. */
  private static final List<String> COLOURS = List.of(
      "#d62728", "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#17a2b8", "#e377c2", "#8c6d31");

  private static final String GRID = "stroke=\"#808080\" stroke-opacity=\"0.4\"";

  private final String title;
  private final Map<String, Map<Integer, Double>> lines;
  private final double low;
  private final double high;
  private final double most;
  private final StringBuilder svg = new StringBuilder();

  /** @param lines for each name its costs in milliseconds, by how many there are */
  private CostPlot(String title, Map<String, Map<Integer, Double>> lines) {
    this.title = title;
    this.lines = lines;
    List<Double> costs =
        lines.values().stream().flatMap(line -> line.values().stream()).toList();
    this.low =
        Math.floor(Math.log10(costs.stream().mapToDouble(cost -> cost).min().orElse(1)));
    this.high =
        Math.ceil(Math.log10(costs.stream().mapToDouble(cost -> cost).max().orElse(10)));
    this.most = lines.values().stream()
        .flatMap(line -> line.keySet().stream())
        .mapToDouble(Math::log10)
        .max()
        .orElse(1);
  }

  /** From what was measured so far. */
  static void draw() throws IOException {
    List<Csv.Line> apply = new ArrayList<>(Csv.read(Workplace.csv("apply")));
    apply.addAll(Csv.read(Workplace.csv("grow")));
    Map<String, Map<Integer, Double>> migrations = new TreeMap<>();
    for (Way way : Way.values()) {
      add(migrations, way.label(), "inner_ms", Mix.MIXED + " " + way, apply);
    }
    write("apply.svg", "Applying migrations, without starting Java: ms per migration", migrations);
    List<Csv.Line> check = Csv.read(Workplace.csv("check"));
    Map<String, Map<Integer, Double>> tables = new TreeMap<>();
    check.forEach(line -> add(tables, line.what(), "ms", line.what(), check));
    write("check.svg", "Work on many tables, warm: ms per table", tables);
  }

  private static void add(
      Map<String, Map<Integer, Double>> lines,
      String name,
      String measure,
      String what,
      List<Csv.Line> figures) {
    Map<Integer, Double> costs = figures.stream()
        .filter(line -> line.measure().equals(measure) && line.what().equals(what))
        .collect(Collectors.groupingBy(
            Csv.Line::count,
            TreeMap::new,
            Collectors.collectingAndThen(Collectors.toList(), CostPlot::perPiece)));
    if (!costs.isEmpty()) {
      lines.put(name, costs);
    }
  }

  private static double perPiece(List<Csv.Line> rounds) {
    return new Numbers(rounds.stream().map(Csv.Line::value).toList()).median()
        / rounds.get(0).count();
  }

  private static void write(String name, String title, Map<String, Map<Integer, Double>> lines)
      throws IOException {
    if (!lines.isEmpty()) {
      Files.writeString(Workplace.folder().resolve(name), new CostPlot(title, lines).text());
    }
  }

  private String text() {
    svg.append(format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#808080\">\n",
        WIDTH, HEIGHT, WIDTH));
    label(WIDTH / 2 - 70, 20, "middle", title, "#808080");
    grid();
    int number = 0;
    for (Map.Entry<String, Map<Integer, Double>> line : lines.entrySet()) {
      draw(line.getKey(), line.getValue(), number++);
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid() {
    for (int power = (int) low; power <= high; power++) {
      double y = y(Math.pow(10, power));
      rule(LEFT, y, WIDTH - RIGHT, y, GRID);
      label(LEFT - 8, y + 4, "end", plain(Math.pow(10, power)), "#808080");
    }
    for (int power = 0; power <= most; power++) {
      double x = x(Math.pow(10, power));
      rule(x, TOP, x, HEIGHT - BOTTOM, GRID);
      label(x, HEIGHT - BOTTOM + 18, "middle", plain(Math.pow(10, power)), "#808080");
    }
  }

  private void draw(String name, Map<Integer, Double> costs, int number) {
    String colour = COLOURS.get(number % COLOURS.size());
    svg.append(format(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n",
        colour,
        costs.entrySet().stream()
            .map(point -> format("%.1f,%.1f", x(point.getKey()), y(point.getValue())))
            .collect(Collectors.joining(" "))));
    costs.forEach((count, cost) -> svg.append(format(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n", x(count), y(cost), colour)));
    double y = TOP + 10 + 20.0 * number;
    String style = format("stroke=\"%s\" stroke-width=\"2\"", colour);
    rule(WIDTH - RIGHT + 12, y - 4, WIDTH - RIGHT + 30, y - 4, style);
    label(WIDTH - RIGHT + 36, y, "start", name, colour);
  }

  private void rule(double x1, double y1, double x2, double y2, String style) {
    svg.append(format(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>\n", x1, y1, x2, y2, style));
  }

  private void label(double x, double y, String anchor, String text, String colour) {
    svg.append(format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
        x, y, anchor, colour, text));
  }

  private double x(double count) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log10(count) / most;
  }

  private double y(double cost) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (high - Math.log10(cost)) / (high - low);
  }

  private static String plain(double value) {
    return value >= 1 ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
