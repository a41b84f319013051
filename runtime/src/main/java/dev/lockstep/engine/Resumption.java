package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import dev.lockstep.LockstepException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** How the migration goes on that an earlier run left half-way. */
final class Resumption {
  private final Configuration configuration;
  private final HistoryCheck check;

  Resumption(Configuration configuration, HistoryCheck check) {
    this.configuration = configuration;
    this.check = check;
  }

  /**
   * Fails unless a run with that plan goes on with what is half-way.
   *
   * @throws LockstepException which says which run would
   */
  void require(MigrationPlan plan) {
    for (HistoryEntry entry : check.partWay()) {
      requireKnown(entry);
      if (plan.direction() != directionOf(entry) || !plan.ids().contains(entry.revision())) {
        throw MigrationFailures.unfinished(entry, command(entry));
      }
    }
  }

  /** Fails if anything is half-way. */
  void requireNone() {
    for (HistoryEntry entry : check.partWay()) {
      requireKnown(entry);
      throw MigrationFailures.unfinished(entry, command(entry));
    }
  }

  /** How many steps of the migration are committed; empty if it was not begun. */
  OptionalInt done(String revision, Direction direction) {
    return check.partWay().stream()
        .filter(entry -> entry.revision().equals(revision) && directionOf(entry) == direction)
        .mapToInt(HistoryEntry::stepsDone)
        .findFirst();
  }

  private void requireKnown(HistoryEntry entry) {
    RevisionGraph graph = configuration.graph();
    String id = entry.revision();
    if (!graph.contains(id)
        || !configuration.prepare(graph.entry(id)).runsInParts(directionOf(entry))) {
      throw MigrationFailures.partWay(entry);
    }
    if (check.changed().contains(id)) {
      throw Failures.changedPartWay(entry);
    }
  }

  private static Direction directionOf(HistoryEntry entry) {
    return entry.state() == State.UPGRADING ? Direction.UPGRADE : Direction.DOWNGRADE;
  }

  private String command(HistoryEntry entry) {
    String id = entry.revision();
    if (entry.state() == State.UPGRADING) {
      return "upgrade " + id;
    }
    Set<String> applied = check.applied();
    List<String> parents = configuration.graph().parents(id);
    if (MigrationPlan.downgrade(configuration.graph(), applied, 1).ids().contains(id)) {
      return "downgrade -1";
    }
    return "downgrade " + (parents.isEmpty() ? RevisionGraph.BASE : parents.get(0));
  }
}
