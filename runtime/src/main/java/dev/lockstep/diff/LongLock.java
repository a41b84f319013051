package dev.lockstep.diff;

import dev.lockstep.impact.Impact;
import dev.lockstep.impact.LockMode;
import dev.lockstep.impact.Work;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An operation that holds reads or writes of a table in use up for as long as it takes to go
 * through one.
 *
 * @param relation the table or partition that is held up most
 * @param lock how
 * @param work what is done meanwhile, sorted
 */
public record LongLock(Operation operation, QualifiedName relation, LockMode lock, Set<Work> work) {

  /**
   * Those of a list, in its order.
   *
   * @param before the schema that the list meets
   */
  public static List<LongLock> in(List<Operation> operations, Schema before) {
    List<LongLock> locks = new ArrayList<>();
    LiveSchema live = new LiveSchema(before, new NewRelations());
    for (Operation operation : operations) {
      of(operation, live).ifPresent(locks::add);
      live.created().follow(operation);
      live = new LiveSchema(operation.applyTo(live.schema()), live.created());
    }
    return locks;
  }

  /** A lock on one table lasts as long as the work on another. */
  private static Optional<LongLock> of(Operation operation, LiveSchema live) {
    if (operation instanceof FillNulls fill && live.isLive(fill.table())) {
      // Not in batches: in one transaction with what changes the table.
      return Optional.of(new LongLock(
          operation, fill.table(), LockMode.ACCESS_EXCLUSIVE, new TreeSet<>(Set.of(Work.UPDATE))));
    }
    Impact impact = live.impact(operation);
    Set<Work> work = impact.work().entrySet().stream()
        .filter(each -> isInUse(each.getKey(), live))
        .flatMap(each -> each.getValue().stream())
        .collect(Collectors.toCollection(TreeSet::new));
    return impact.locks().entrySet().stream()
        .filter(lock -> !work.isEmpty() && lock.getValue().blocksWrites())
        .filter(lock -> isInUse(lock.getKey(), live))
        .max(Map.Entry.comparingByValue())
        .map(lock -> new LongLock(operation, lock.getKey(), lock.getValue(), work));
  }

  private static boolean isInUse(QualifiedName relation, LiveSchema live) {
    return live.isLive(live.owner(relation));
  }
}
