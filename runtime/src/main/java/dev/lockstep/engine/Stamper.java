package dev.lockstep.engine;

import dev.lockstep.DriftReport.Difference;
import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.StampReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the history say that the database is at a revision; runs no migration. */
public final class Stamper {
  private final Configuration configuration;
  private final Session session;

  public Stamper(Configuration configuration, Session session) {
    this.configuration = configuration;
    this.session = session;
  }

  /**
   * Records all up to {@code to} as the code has them, and nothing beyond it.
   *
   * @param force whether also where the database is something else
   * @throws dev.lockstep.DriftException if it is, without force
   */
  public StampReport stamp(String to, boolean force) throws SQLException {
    configuration.requireSuitable(session);
    MigrationLock lock = configuration.lock(session);
    configuration.lockWait().acquire(lock, session);
    try {
      HistoryCheck check = configuration.check(session);
      check.requireKnown(configuration);
      if (!force) {
        requireFitting(to);
      }
      configuration.history().create(configuration.fenced(session, lock));
      return write(check, configuration.graph().upTo(to), lock);
    } finally {
      lock.release(session);
    }
  }

  private void requireFitting(String to) throws SQLException {
    List<Difference> differences = new DriftFinder(configuration, session)
        .differences(configuration.graph().upTo(to));
    if (!differences.isEmpty()) {
      throw Failures.stampDiffers(to, differences);
    }
  }

  private StampReport write(HistoryCheck check, Set<String> wanted, MigrationLock lock)
      throws SQLException {
    Set<String> applied = check.applied();
    Set<String> kept = kept(wanted, check);
    List<String> outdated = check.entries().stream()
        .filter(entry -> entry.state() != State.APPLIED
            || check.changed().contains(entry.revision())
            || !kept.contains(entry.revision()))
        .map(HistoryEntry::revision)
        .toList();
    List<Entry> missing = configuration.graph().entries().stream()
        .filter(entry -> wanted.contains(entry.id())
            && (outdated.contains(entry.id()) || !applied.contains(entry.id())))
        .toList();
    replace(outdated, missing, check.nextOrdinal(), lock);
    return new StampReport(
        missing.stream().map(Entry::id).toList(),
        outdated.stream().filter(id -> !wanted.contains(id)).toList(),
        configuration.graph().tips(wanted));
  }

  /** Rows of parts stay where all of them are there; some alone would say half the truth. */
  private Set<String> kept(Set<String> wanted, HistoryCheck check) {
    Set<String> kept = new HashSet<>(wanted);
    wanted.stream()
        .map(configuration.graph().squashes()::partsOf)
        .filter(parts -> check.applied().containsAll(parts))
        .filter(parts -> Collections.disjoint(parts, check.changed()))
        .forEach(kept::addAll);
    return kept;
  }

  private void replace(
      List<String> outdated, List<Entry> missing, int firstOrdinal, MigrationLock lock)
      throws SQLException {
    HistoryTable table = configuration.historyTable();
    List<String> statements =
        new ArrayList<>(outdated.stream().map(table::delete).toList());
    int ordinal = firstOrdinal;
    for (Entry entry : missing) {
      statements.add(table.insertApplied(configuration.prepare(entry), ordinal++, Origin.host()));
    }
    configuration.fenced(session, lock).make(() -> {
      for (String statement : statements) {
        session.update(statement);
      }
    });
  }
}
