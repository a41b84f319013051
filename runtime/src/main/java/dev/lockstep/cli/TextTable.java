package dev.lockstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table of text that fits 80 columns: where it would not, first the last column is cut and then
 * the first, each with three dots.
 */
final class TextTable {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 12;
  private static final String GAP = "  ";
  private static final String CUT = "...";

  private TextTable() {}

  /** Starts with an empty line; empty without rows. */
  static String of(List<String> header, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    List<List<String>> lines = new ArrayList<>(rows);
    lines.add(0, header);
    int[] widths = IntStream.range(0, header.size())
        .map(i -> lines.stream().mapToInt(line -> line.get(i).length()).max().orElse(0))
        .toArray();
    narrow(widths, widths.length - 1);
    narrow(widths, 0);
    StringBuilder text = new StringBuilder("\n");
    lines.forEach(line -> text.append('\n').append(format(line, widths)));
    return text.toString();
  }

  private static void narrow(int[] widths, int column) {
    int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - WIDTH;
    if (excess > 0) {
      widths[column] = Math.max(Math.min(widths[column], NARROWEST), widths[column] - excess);
    }
  }

  private static String format(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cut(cells.get(i), widths[i]);
      line.append(cell).append(" ".repeat(widths[i] - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - CUT.length()) + CUT;
  }
}
