package dev.lockstep.engine;

import dev.lockstep.HistoryEntry;
import dev.lockstep.RepairReport;
import dev.lockstep.RepairReport.Recorded;
import java.sql.SQLException;

/**
 * Makes the history say of one applied migration what the code says of it now, and notes that this
 * was done; runs nothing.
 */
public final class Repairer {
  private final Configuration configuration;
  private final Session session;

  public Repairer(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  /** Repairs the row of that revision, a full id. */
  public RepairReport repair(String revision) throws SQLException {
    configuration.requireSuitable(session);
    MigrationLock lock = configuration.lock(session);
    configuration.lockWait().acquire(lock, session);
    try {
      HistoryCheck check = configuration.check(session);
      check.requireKnown(configuration);
      return write(changed(revision, check), lock);
    } finally {
      lock.release(session);
    }
  }

  /** The row, if it is one to repair. */
  private HistoryEntry changed(String revision, HistoryCheck check) {
    HistoryEntry entry = check.entries().stream()
        .filter(each -> each.revision().equals(revision))
        .findFirst()
        .orElseThrow(() -> Failures.nothingRecorded(revision));
    if (check.partWay().contains(entry)) {
      new Resumption(configuration, check).requireNone();
    }
    if (!check.changed().contains(revision)) {
      throw Failures.nothingToRepair(revision);
    }
    return entry;
  }

  private RepairReport write(HistoryEntry entry, MigrationLock lock) throws SQLException {
    HistoryTable table = configuration.historyTable();
    RepairLog log =
        new RepairLog(configuration.schema(), configuration.migrations().name());
    PreparedMigration code = configuration.prepare(configuration.graph().entry(entry.revision()));
    configuration.fenced(session, lock).make(() -> {
      session.execute(log.create());
      session.update(log.append(entry, code));
      if (session.update(table.repair(entry, code)) != 1) {
        throw Failures.historyMoved(entry.revision());
      }
    });
    return new RepairReport(
        entry.revision(),
        new Recorded(entry.checksum(), entry.steps()),
        new Recorded(code.checksum(), code.upgradeSteps()));
  }
}
