package dev.lockstep.cli;

import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryReport;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.cli.GraphText.Node;
import dev.lockstep.cli.GraphText.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The history as a table for 80 columns. */
final class HistoryText {
  private HistoryText() {}

  /**
   * The rows in their order where each migration of the code comes after the one before it:
   *
   * <pre>
   * main in schema public: 1 applied
   *
   * REVISION                APPLIED (UTC)        TIME   BY
   * M0001_InitialMigration  2025-01-01 12:00:00  12 ms  shop on host1
   * </pre>
   *
   * <p>Else the graph, the newest first, with {@code *} for what is applied and {@code o} for what
   * is not:
   *
   * <pre>
   * main in schema public: 2 applied
   *
   * REVISION            APPLIED (UTC)        TIME   BY
   * o    M0004_Merge
   * |\\
   * | o  M0003_AddAge
   * * |  M0002_AddName  2025-01-01 12:00:00  4 ms   shop on host1
   * |/
   * *    M0001_Initial  2025-01-01 12:00:00  12 ms  shop on host1
   * </pre>
   */
  static String of(HistoryReport report, List<Entry> migrations) {
    String title =
        ReportText.title(report.database(), report.schema(), report.entries().size() + " applied");
    List<List<String>> rows = isLine(migrations)
        ? report.entries().stream().map(entry -> cells(entry.revision(), entry)).toList()
        : graph(report, migrations);
    return title + TextTable.of(List.of("REVISION", "APPLIED (UTC)", "TIME", "BY"), rows);
  }

  private static boolean isLine(List<Entry> migrations) {
    for (int i = 0; i < migrations.size(); i++) {
      List<String> before = i == 0 ? List.of() : List.of(migrations.get(i - 1).id());
      if (!migrations.get(i).parents().equals(before)) {
        return false;
      }
    }
    return true;
  }

  private static List<List<String>> graph(HistoryReport report, List<Entry> migrations) {
    Map<String, HistoryEntry> applied = new LinkedHashMap<>();
    report.entries().forEach(entry -> applied.put(entry.revision(), entry));
    List<Row> drawn = GraphText.of(migrations.stream()
        .map(entry ->
            new Node(entry.id(), entry.parents(), applied.containsKey(entry.id()) ? '*' : 'o'))
        .toList());
    int width = drawn.stream().mapToInt(row -> row.drawing().length()).max().orElse(0);
    List<List<String>> rows = new ArrayList<>();
    for (Row row : drawn) {
      HistoryEntry entry = applied.remove(row.revision());
      String first = padded(row.drawing(), width) + row.revision();
      rows.add(entry == null ? List.of(first.stripTrailing(), "", "", "") : cells(first, entry));
    }
    applied.values().forEach(entry -> rows.add(cells(padded("", width) + entry.revision(), entry)));
    return rows;
  }

  private static String padded(String drawing, int width) {
    return drawing + " ".repeat(width - drawing.length() + 2);
  }

  private static List<String> cells(String revision, HistoryEntry entry) {
    return List.of(
        revision,
        ReportText.time(entry.startedAt()),
        entry.duration() == null
            ? ReportText.word(entry.state())
            : entry.duration().toMillis() + " ms",
        entry.databaseUser() + (entry.host().isEmpty() ? "" : " on " + entry.host()));
  }
}
