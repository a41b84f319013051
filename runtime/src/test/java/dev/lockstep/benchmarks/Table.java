package dev.lockstep.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a README.
 *
 * <pre>
 * | way | ms |
 * |---|---|
 * | Lockstep | 12.3 |
 * </pre>
 */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... header) {
    row((Object[]) header);
    lines.add("|---".repeat(header.length) + "|");
  }

  void row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ')
          .append(cell instanceof Double number ? Numbers.text(number) : cell)
          .append(" |");
    }
    lines.add(line.toString());
  }

  void print(String title) {
    System.out.println("\n**" + title + "**\n");
    lines.forEach(System.out::println);
  }
}
