package dev.lockstep.processor.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line for each way to compile over the number of tables, as SVG; both axes are logarithmic. */
final class CompilePlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 340;
  private static final int LEFT = 70;
  private static final int RIGHT = 130;
  private static final int TOP = 40;
  private static final int BOTTOM = 40;

  /** Legible on white and on black. */
  private static final List<String> COLOURS =
      List.of("#888888", "#2ca02c", "#9467bd", "#1f77b4", "#d62728");

  private final Map<String, Map<Integer, Double>> lines;
  private final StringBuilder svg = new StringBuilder();

  private CompilePlot(Map<String, Map<Integer, Double>> lines) {
    this.lines = lines;
  }

  /**
   * The drawing.
   *
   * @param lines for each name its milliseconds by number of tables, 1 to 10,000; 0.1 to 1,000 each
   */
  static String of(String title, Map<String, Map<Integer, Double>> lines) {
    return new CompilePlot(lines).draw(title);
  }

  private String draw(String title) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
            + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#888888\">",
        WIDTH, HEIGHT);
    add("<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
    for (int tables = 1; tables <= 10_000; tables *= 10) {
      grid(x(tables), TOP, x(tables), HEIGHT - BOTTOM);
      text(x(tables), HEIGHT - BOTTOM + 18, "middle", String.valueOf(tables));
    }
    for (double millis = 0.1; millis < 2000; millis *= 10) {
      grid(LEFT, y(millis), WIDTH - RIGHT, y(millis));
      text(LEFT - 8, y(millis) + 4, "end", String.format(Locale.ROOT, "%.3g", millis));
    }
    int number = 0;
    for (Map.Entry<String, Map<Integer, Double>> line : lines.entrySet()) {
      line(line.getKey(), line.getValue(), COLOURS.get(number), number);
      number++;
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(String name, Map<Integer, Double> costs, String colour, int number) {
    StringBuilder points = new StringBuilder();
    costs.forEach((tables, millis) ->
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(tables), y(millis))));
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
        colour, points.toString().strip());
    double key = TOP + 14 + number * 18;
    add("<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>", WIDTH - RIGHT + 12, key, colour, name);
  }

  private void grid(double x, double y, double toX, double toY) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#888888\""
            + " stroke-opacity=\"0.3\"/>",
        x, y, toX, toY);
  }

  private void text(double x, double y, String anchor, String text) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static double x(double tables) {
    return LEFT + Math.log10(tables) / 4 * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double millis) {
    return HEIGHT - BOTTOM - (Math.log10(millis) + 1) / 4 * (HEIGHT - TOP - BOTTOM);
  }
}
