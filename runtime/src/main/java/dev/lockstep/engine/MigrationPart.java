package dev.lockstep.engine;

import dev.lockstep.operation.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Neighbouring steps of a migration that are committed together; only one of its own if it needs a
 * transaction of its own or none.
 *
 * @param done how many steps of the migration come before it
 * @param begins whether it writes the history row
 * @param ends whether it is the last one
 */
record MigrationPart(int done, List<Step> steps, boolean begins, boolean ends) {
  MigrationPart {
    steps = List.copyOf(steps);
  }

  /**
   * All parts in order, at least one.
   *
   * @param resumed how many steps are committed already, in whatever parts; empty if the migration
   *     was never begun
   */
  static List<MigrationPart> of(List<Step> steps, OptionalInt resumed) {
    int done = resumed.orElse(0);
    List<List<Step>> groups = groups(steps.subList(done, steps.size()));
    boolean rowAlone =
        resumed.isEmpty() && !groups.isEmpty() && runsBefore(executionOf(groups.get(0)));
    if (groups.isEmpty() || rowAlone) {
      groups.add(0, List.of());
    }
    List<MigrationPart> parts = new ArrayList<>();
    for (List<Step> group : groups) {
      boolean begins = resumed.isEmpty() && parts.isEmpty();
      parts.add(new MigrationPart(done, group, begins, parts.size() == groups.size() - 1));
      done += group.size();
    }
    return parts;
  }

  private static List<List<Step>> groups(List<Step> steps) {
    List<List<Step>> groups = new ArrayList<>();
    Execution before = Execution.OUTSIDE;
    for (Step step : steps) {
      if (!step.execution().joins(before)) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(step);
      before = step.execution();
    }
    return groups;
  }

  private static boolean runsBefore(Execution execution) {
    return execution == Execution.OUTSIDE || execution == Execution.BATCHES;
  }

  private static Execution executionOf(List<Step> group) {
    return group.isEmpty() ? Execution.TRANSACTION : group.get(0).execution();
  }

  /** How many steps of the migration are done after it. */
  int doneAfter() {
    return done + steps.size();
  }

  /** The whole migration, in one transaction. */
  boolean isWhole() {
    return begins && ends;
  }

  /** Whether anything may happen in it. */
  boolean handWritten() {
    for (Step step : steps) {
      if (step.handWritten()) {
        return true;
      }
    }
    return false;
  }

  Execution execution() {
    return executionOf(steps);
  }

  /** Whether its step is done before the transaction that notes it in the history. */
  boolean runsBefore() {
    return runsBefore(execution());
  }
}
