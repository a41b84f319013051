package dev.lockstep.engine;

import dev.lockstep.Direction;
import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run has to do.
 *
 * @param tasks parents first for an upgrade, children first for a downgrade; may be empty
 */
public record MigrationPlan(Direction direction, List<Task> tasks) {
  /** What is to be done with one migration. */
  enum Kind {
    /** Its steps, and its row in the history. */
    RUN,
    /** Its row alone: its parts did, or will undo, what it stands for. */
    RECORD,
    /** Its steps, its row and those of its parts, whose classes are gone. */
    RUN_FOR_PARTS
  }

  /** One migration of a plan. */
  record Task(Entry entry, Kind kind) {
    String id() {
      return entry.id();
    }
  }

  public MigrationPlan {
    tasks = List.copyOf(tasks);
  }

  /**
   * What is not yet applied of all that a database at {@code to} has.
   *
   * @param applied ids that the history has
   * @param to full id or {@link RevisionGraph#BASE}
   * @throws dev.lockstep.HistoryMismatchException if the graph lacks an applied id, or one that the
   *     database still needs
   */
  public static MigrationPlan upgrade(RevisionGraph graph, Set<String> applied, String to) {
    graph.requireKnown(applied);
    Squashes squashes = graph.squashes();
    Set<String> wanted = squashes.withParts(graph.upTo(to));
    if (squashes.isReplaced(to) && !applied.contains(to) && squashes.isCovered(to, applied)) {
      throw Failures.replaced(to, squashes.outermost(to));
    }
    Predicate<String> open =
        id -> wanted.contains(id) && !applied.contains(id) && !squashes.isCovered(id, applied);
    for (String id : squashes.ids()) {
      if (open.test(id)) {
        requireParts(graph, id, open);
      }
    }
    List<Task> tasks = new ArrayList<>();
    for (Entry entry : select(graph, open)) {
      tasks.add(new Task(entry, squashes.isInParts(entry.id(), applied) ? Kind.RECORD : Kind.RUN));
    }
    return new MigrationPlan(Direction.UPGRADE, tasks);
  }

  private static void requireParts(RevisionGraph graph, String squash, Predicate<String> open) {
    List<String> missing = graph.squashes().partsOf(squash).stream()
        .filter(open)
        .filter(id -> !graph.contains(id))
        .toList();
    if (!missing.isEmpty()) {
      throw Failures.partsMissing(squash, missing);
    }
  }

  /** What is applied beyond {@code to}, which must itself be applied; as in {@link #upgrade}. */
  public static MigrationPlan downgrade(RevisionGraph graph, Set<String> applied, String to) {
    graph.requireKnown(applied);
    if (!to.equals(RevisionGraph.BASE) && !applied.contains(to)) {
      throw Failures.notApplied(to);
    }
    Set<String> wanted = graph.squashes().withParts(graph.upTo(to));
    return new MigrationPlan(
        Direction.DOWNGRADE,
        applied(graph, applied).stream()
            .filter(task -> !wanted.contains(task.id()))
            .toList());
  }

  /** What is applied and not to be kept. */
  static MigrationPlan downgrade(RevisionGraph graph, Set<String> applied, Set<String> kept) {
    graph.requireKnown(applied);
    return new MigrationPlan(
        Direction.DOWNGRADE,
        applied(graph, applied).stream()
            .filter(task -> !kept.contains(task.id()))
            .toList());
  }

  /** The last so many applied ones. */
  public static MigrationPlan downgrade(RevisionGraph graph, Set<String> applied, int steps) {
    graph.requireKnown(applied);
    List<Task> candidates = applied(graph, applied);
    int number = (int) candidates.stream().filter(MigrationPlan::isStep).count();
    if (steps < 1 || steps > number) {
      throw Failures.stepsOutOfRange(steps, number);
    }
    List<Task> tasks = new ArrayList<>();
    int left = steps;
    for (Task task : candidates) {
      left -= isStep(task) ? 1 : 0;
      tasks.add(task);
      if (left == 0) {
        break;
      }
    }
    return new MigrationPlan(Direction.DOWNGRADE, tasks);
  }

  private static boolean isStep(Task task) {
    return task.kind() != Kind.RECORD;
  }

  /** All that can be reverted, children first. */
  private static List<Task> applied(RevisionGraph graph, Set<String> applied) {
    graph.requireClasses(applied.stream()
        .filter(id -> graph.squashes().ownersOf(id).stream().noneMatch(applied::contains))
        .toList());
    List<Task> tasks = new ArrayList<>();
    for (Entry entry : select(graph, applied::contains)) {
      Kind kind = kindOfDowngrade(graph, entry.id(), applied);
      boolean part = graph.squashes().ownersOf(entry.id()).stream()
          .anyMatch(owner ->
              applied.contains(owner) && kindOfDowngrade(graph, owner, applied) != Kind.RECORD);
      if (!part) {
        tasks.add(new Task(entry, kind));
      }
    }
    Collections.reverse(tasks);
    return tasks;
  }

  private static Kind kindOfDowngrade(RevisionGraph graph, String id, Set<String> applied) {
    List<String> parts =
        graph.squashes().partsOf(id).stream().filter(applied::contains).toList();
    if (parts.isEmpty()) {
      return Kind.RUN;
    }
    return parts.stream().allMatch(graph::contains) ? Kind.RECORD : Kind.RUN_FOR_PARTS;
  }

  public boolean isEmpty() {
    return tasks.isEmpty();
  }

  public List<String> ids() {
    return tasks.stream().map(Task::id).toList();
  }

  /** Those of the revisions that it has no task for. */
  Set<String> without(Set<String> revisions) {
    Set<String> rest = new LinkedHashSet<>(revisions);
    ids().forEach(rest::remove);
    return rest;
  }

  private static List<Entry> select(RevisionGraph graph, Predicate<String> wanted) {
    List<Entry> selected = new ArrayList<>();
    for (Entry entry : graph.entries()) {
      if (wanted.test(entry.id())) {
        selected.add(entry);
      }
    }
    return selected;
  }
}
