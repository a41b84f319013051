package dev.lockstep.engine;

import dev.lockstep.MigrationSet.Entry;
import dev.lockstep.Phase;
import dev.lockstep.engine.MigrationPlan.Kind;
import dev.lockstep.engine.MigrationPlan.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of an upgrade is done now, and what is left until no older version of the application runs.
 *
 * @param held ids in order
 */
record PhasedPlan(MigrationPlan now, List<String> held) {
  PhasedPlan {
    held = List.copyOf(held);
  }

  /**
   * The plan as far as the phase goes. A database without any migration has no older version of the
   * application either; what was begun is gone on with.
   *
   * @throws dev.lockstep.UsageException if what is to be done comes after what is to be left
   */
  static PhasedPlan of(MigrationPlan plan, RevisionGraph graph, Phase phase, HistoryCheck check) {
    if (phase == Phase.CONTRACT || check.upgraded().isEmpty()) {
      return new PhasedPlan(plan, List.of());
    }
    Set<String> begun = check.applied();
    Set<String> held = new LinkedHashSet<>();
    List<Task> now = new ArrayList<>();
    for (Task task : plan.tasks()) {
      if (waits(task, begun, held, graph)) {
        held.add(task.id());
      } else {
        requireReady(task, held, graph);
        now.add(task);
      }
    }
    return new PhasedPlan(new MigrationPlan(plan.direction(), now), List.copyOf(held));
  }

  /** A squash that is only recorded does what its parts do. */
  private static boolean waits(
      Task task, Set<String> begun, Set<String> held, RevisionGraph graph) {
    return task.kind() == Kind.RECORD
        ? graph.squashes().partsOf(task.id()).stream().anyMatch(held::contains)
        : task.entry().phase() == Phase.CONTRACT && !begun.contains(task.id());
  }

  private static void requireReady(Task task, Set<String> held, RevisionGraph graph) {
    Set<String> before = graph.upTo(task.id());
    held.stream().filter(before::contains).findFirst().ifPresent(contract -> {
      throw Failures.behindContract(task.id(), contract);
    });
  }

  /** Whether a migration that is not applied may stay so for now. */
  static boolean canWait(Entry entry, RevisionGraph graph) {
    return entry.phase() == Phase.CONTRACT && !graph.squashes().isSquash(entry.id());
  }
}
