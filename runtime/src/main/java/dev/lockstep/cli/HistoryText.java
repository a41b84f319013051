package dev.lockstep.cli;

import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryReport;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.Phase;
import dev.lockstep.cli.GraphText.Node;
import dev.lockstep.cli.GraphText.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The history as a table for 80 columns. */
final class HistoryText {
  private final HistoryReport report;
  private final List<Entry> migrations;
  private final boolean phased;

  private HistoryText(HistoryReport report, List<Entry> migrations) {
    this.report = report;
    this.migrations = migrations;
    this.phased = migrations.stream().anyMatch(entry -> entry.phase() == Phase.CONTRACT);
  }

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
    return title + new HistoryText(report, migrations).table();
  }

  private String table() {
    return TextTable.of(
        ReportText.withPhase(phased, "PHASE", "REVISION", "APPLIED (UTC)", "TIME", "BY"),
        isLine(migrations)
            ? report.entries().stream()
                .map(entry -> cells(entry.revision(), entry))
                .toList()
            : graph());
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

  private List<List<String>> graph() {
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
      rows.add(entry == null ? open(first.stripTrailing(), row.revision()) : cells(first, entry));
    }
    applied.values().forEach(entry -> rows.add(cells(padded("", width) + entry.revision(), entry)));
    return rows;
  }

  private static String padded(String drawing, int width) {
    return drawing + " ".repeat(width - drawing.length() + 2);
  }

  private List<String> open(String first, String revision) {
    return ReportText.withPhase(phased, phase(revision), first, "", "", "");
  }

  private List<String> cells(String first, HistoryEntry entry) {
    return ReportText.withPhase(
        phased,
        phase(entry.revision()),
        first,
        ReportText.time(entry.startedAt()),
        entry.duration() == null
            ? ReportText.word(entry.state())
            : entry.duration().toMillis() + " ms",
        entry.databaseUser() + (entry.host().isEmpty() ? "" : " on " + entry.host()));
  }

  /** Empty for what only the database knows, and what joins branches in a drawing. */
  private String phase(String revision) {
    return migrations.stream()
        .filter(entry -> entry.id().equals(revision))
        .map(entry -> ReportText.word(entry.phase()))
        .findFirst()
        .orElse("");
  }
}
