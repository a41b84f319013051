package dev.lockstep.processor.stories;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two texts, line by line, with the lines around it.
 *
 * <pre>
 *   "heads": [
 * -   "M0001_InitialMigration"
 * +   "M0002_AddAddressToUser"
 *   ],
 * ...
 * </pre>
 */
final class TextDiff {
  private final List<String> from;
  private final List<String> to;
  private final int[][] common;

  private TextDiff(List<String> from, List<String> to) {
    this.from = from;
    this.to = to;
    this.common = common(from, to);
  }

  /**
   * The lines that differ after {@code -} and {@code +}; empty for equal texts.
   *
   * @param around how many equal lines are shown on both sides; for the others stands {@code ...}
   */
  static String of(String from, String to, int around) {
    return around(new TextDiff(from.lines().toList(), to.lines().toList()).lines(), around);
  }

  /** Length of the longest common subsequence of what follows line i here and line j there. */
  private static int[][] common(List<String> from, List<String> to) {
    int[][] common = new int[from.size() + 1][to.size() + 1];
    for (int i = from.size() - 1; i >= 0; i--) {
      for (int j = to.size() - 1; j >= 0; j--) {
        common[i][j] = from.get(i).equals(to.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < from.size() || j < to.size()) {
      if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
        lines.add("  " + from.get(i++));
        j++;
      } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add("- " + from.get(i++));
      } else {
        lines.add("+ " + to.get(j++));
      }
    }
    return lines;
  }

  private static String around(List<String> lines, int around) {
    StringBuilder text = new StringBuilder();
    boolean cut = false;
    for (int i = 0; i < lines.size(); i++) {
      boolean near =
          lines.subList(Math.max(0, i - around), Math.min(lines.size(), i + around + 1)).stream()
              .anyMatch(line -> !line.startsWith("  "));
      if (near) {
        text.append(cut && text.length() > 0 ? "...\n" : "")
            .append(lines.get(i))
            .append('\n');
      }
      cut = !near;
    }
    return text.toString().stripTrailing();
  }
}
