package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run has to do.
 *
 * @param entries parents first for an upgrade, children first for a downgrade; may be empty
 */
public record MigrationPlan(Direction direction, List<Entry> entries) {
  public MigrationPlan {
    entries = List.copyOf(entries);
  }

  /**
   * What is not yet applied of all that a database at {@code to} has.
   *
   * @param applied ids that the history has
   * @param to full id or {@link RevisionGraph#BASE}
   * @throws dev.lockstep.HistoryMismatchException if the graph lacks an applied id
   */
  public static MigrationPlan upgrade(RevisionGraph graph, Set<String> applied, String to) {
    graph.requireKnown(applied);
    Set<String> wanted = graph.upTo(to);
    return new MigrationPlan(
        Direction.UPGRADE, select(graph, id -> wanted.contains(id) && !applied.contains(id)));
  }

  /** What is applied beyond {@code to}, which must itself be applied; as in {@link #upgrade}. */
  public static MigrationPlan downgrade(RevisionGraph graph, Set<String> applied, String to) {
    graph.requireKnown(applied);
    if (!to.equals(RevisionGraph.BASE) && !applied.contains(to)) {
      throw Failures.notApplied(to);
    }
    Set<String> wanted = graph.upTo(to);
    return new MigrationPlan(
        Direction.DOWNGRADE,
        reversed(select(graph, id -> applied.contains(id) && !wanted.contains(id))));
  }

  /** The last so many applied ones. */
  public static MigrationPlan downgrade(RevisionGraph graph, Set<String> applied, int steps) {
    graph.requireKnown(applied);
    List<Entry> candidates = reversed(select(graph, applied::contains));
    if (steps < 1 || steps > candidates.size()) {
      throw Failures.stepsOutOfRange(steps, candidates.size());
    }
    return new MigrationPlan(Direction.DOWNGRADE, candidates.subList(0, steps));
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public List<String> ids() {
    return entries.stream().map(Entry::id).toList();
  }

  private static List<Entry> select(RevisionGraph graph, Predicate<String> wanted) {
    return graph.entries().stream().filter(entry -> wanted.test(entry.id())).toList();
  }

  private static List<Entry> reversed(List<Entry> entries) {
    List<Entry> reversed = new ArrayList<>(entries);
    Collections.reverse(reversed);
    return reversed;
  }
}
