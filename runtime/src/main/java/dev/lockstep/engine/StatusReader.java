package dev.lockstep.engine;

import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryReport;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.StatusReport;
import dev.lockstep.StatusReport.Line;
import dev.lockstep.StatusReport.State;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is applied and what waits; changes nothing and takes no lock. */
public final class StatusReader {
  private final Configuration configuration;
  private final Session session;

  public StatusReader(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  public HistoryReport history() throws SQLException {
    return new HistoryReport(
        configuration.migrations().name(),
        configuration.schema(),
        configuration.history().entries(session));
  }

  /** Fails if nothing is recorded although tables of the migrations are there. */
  public StatusReport status() throws SQLException {
    HistoryCheck check = configuration.check(session);
    configuration.requireHistory(session, check);
    Map<String, HistoryEntry> recorded = new LinkedHashMap<>();
    check.entries().forEach(entry -> recorded.put(entry.revision(), entry));
    List<Line> lines = new ArrayList<>();
    Squashes squashes = configuration.graph().squashes();
    for (Entry entry : configuration.graph().entries()) {
      HistoryEntry row = recorded.remove(entry.id());
      if (row == null && squashes.isCovered(entry.id(), check.applied())) {
        continue;
      }
      lines.add(new Line(
          entry.id(),
          entry.description(),
          state(row, check),
          row == null ? null : row.startedAt(),
          entry.phase()));
    }
    recorded
        .values()
        .forEach(row -> lines.add(new Line(
            row.revision(),
            row.description(),
            squashes.isReplaced(row.revision()) ? state(row, check) : State.UNKNOWN,
            row.startedAt(),
            null)));
    return new StatusReport(configuration.migrations().name(), configuration.schema(), lines);
  }

  private static State state(@Nullable HistoryEntry row, HistoryCheck check) {
    if (row == null) {
      return State.PENDING;
    }
    if (row.state() != HistoryEntry.State.APPLIED) {
      return State.PART_WAY;
    }
    return check.changed().contains(row.revision()) ? State.CHANGED : State.APPLIED;
  }
}
