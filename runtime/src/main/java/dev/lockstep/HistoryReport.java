package dev.lockstep;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The history table, in the order in which the migrations were applied.
 *
 * @param database name of the migration set
 * @param schema raw name of the target schema
 */
public record HistoryReport(String database, String schema, List<HistoryEntry> entries) {
  public HistoryReport {
    entries = List.copyOf(entries);
  }

  @Override
  public String toString() {
    return database + " in schema " + schema + ": " + Reports.count(entries.size(), "migration")
        + entries.stream()
            .map(entry -> "\n  " + entry.startedAt() + "  " + entry.revision())
            .collect(Collectors.joining());
  }
}
