package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.HistoryEntry;
import dev.lockstep.HistoryEntry.State;
import dev.lockstep.LockstepException;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** How the migration goes on, or back, that an earlier run left half-way. */
final class Resumption {
  private final Configuration configuration;
  private final HistoryCheck check;

  Resumption(Configuration configuration, HistoryCheck check) {
    this.configuration = configuration;
    this.check = check;
  }

  /**
   * Fails unless a run with that plan goes on with what is half-way, or takes it back.
   *
   * @throws LockstepException which says which run would
   */
  void require(MigrationPlan plan) {
    for (HistoryEntry entry : check.partWay()) {
      String id = entry.revision();
      boolean back = undo(id, plan.direction()).isPresent();
      if (!back) {
        requireKnown(entry);
      }
      if (!plan.ids().contains(id) || (!back && plan.direction() != directionOf(entry))) {
        throw unfinished(entry);
      }
    }
  }

  /** Fails if anything is half-way. */
  void requireNone() {
    for (HistoryEntry entry : check.partWay()) {
      if (undo(entry.revision(), directionOf(entry)).isEmpty()) {
        requireKnown(entry);
      }
      throw unfinished(entry);
    }
  }

  /** How many steps of the migration, or of its undo, are committed; empty if it is not begun. */
  OptionalInt done(String revision, Direction direction) {
    if (check.partWay().isEmpty()) {
      return OptionalInt.empty();
    }
    return left(revision).stream()
        .filter(entry -> directionOf(entry) == direction)
        .mapToInt(HistoryEntry::stepsDone)
        .findFirst();
  }

  /**
   * What a run in that direction does with a migration that was left half-way in the other; empty
   * if it goes on with it, or cannot take it back.
   */
  Optional<Undo> undo(String revision, Direction direction) {
    if (check.partWay().isEmpty()) {
      return Optional.empty();
    }
    return left(revision)
        .filter(entry -> configuration.graph().contains(revision))
        .flatMap(entry ->
            undo(entry, configuration.prepare(configuration.graph().entry(revision)), direction));
  }

  private Optional<Undo> undo(HistoryEntry entry, PreparedMigration code, Direction direction) {
    boolean itself = entry.checksum().equals(checksum(code, directionOf(entry)));
    if (directionOf(entry) != direction) {
      return itself && code.runsInParts(directionOf(entry))
          ? Undo.of(code, directionOf(entry), entry.stepsDone(), met(code, directionOf(entry)))
          : Optional.empty();
    }
    return itself ? Optional.empty() : begun(entry, code);
  }

  /** The undo that is half-way itself: which one it is tells the checksum of its steps. */
  private Optional<Undo> begun(HistoryEntry entry, PreparedMigration code) {
    Direction left = directionOf(entry).opposite();
    Schema met = met(code, left);
    return IntStream.rangeClosed(0, code.operations(left).size())
        .mapToObj(done -> Undo.of(code, left, done, met))
        .flatMap(Optional::stream)
        .filter(undo -> undo.checksum().equals(entry.checksum()))
        .findFirst();
  }

  private static String checksum(PreparedMigration code, Direction direction) {
    return direction == Direction.UPGRADE ? code.checksum() : code.downgradeChecksum();
  }

  private Schema met(PreparedMigration code, Direction direction) {
    return ReplayedSchema.of(configuration, code.id(), direction);
  }

  private Optional<HistoryEntry> left(String revision) {
    return check.partWay().stream()
        .filter(entry -> entry.revision().equals(revision))
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

  private LockstepException unfinished(HistoryEntry entry) {
    Direction back = directionOf(entry).opposite();
    return MigrationFailures.unfinished(
        entry,
        command(entry, directionOf(entry)),
        undo(entry.revision(), back).map(undo -> command(entry, back)));
  }

  private static Direction directionOf(HistoryEntry entry) {
    return entry.state() == State.UPGRADING ? Direction.UPGRADE : Direction.DOWNGRADE;
  }

  private String command(HistoryEntry entry, Direction direction) {
    String id = entry.revision();
    if (direction == Direction.UPGRADE) {
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
