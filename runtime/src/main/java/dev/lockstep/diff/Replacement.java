package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * A thing of a table in use that goes, and right after it one of its name that comes: nobody does
 * without both.
 */
final class Replacement {
  private Replacement() {}

  /** Empty unless the two are one. */
  static Optional<List<Operation>> of(Operation first, Operation second, LiveSchema live) {
    if (first instanceof DropIndex drop && second instanceof CreateIndex create) {
      return isOne(drop, create, live)
          ? Optional.of(OnlineIndexes.replace(create))
          : Optional.empty();
    }
    return first instanceof DropConstraint drop
            && second instanceof AddConstraint add
            && drop.table().equals(add.table())
            && drop.name().equals(add.constraint().name())
            && live.isLive(drop.table())
        ? ofConstraint(drop, add, live)
        : Optional.empty();
  }

  private static boolean isOne(DropIndex drop, CreateIndex create, LiveSchema live) {
    return drop.index().equals(create.table().sibling(create.index().name()))
        && live.isLive(create.table())
        && !live.isPartitioned(create.table());
  }

  private static Optional<List<Operation>> ofConstraint(
      DropConstraint drop, AddConstraint add, LiveSchema live) {
    Constraint old = live.table(drop.table()).constraints().get(drop.name());
    if (OnlineConstraints.isMadeFromIndex(old, drop.table(), live)
        && OnlineConstraints.isMadeFromIndex(add.constraint(), add.table(), live)) {
      return Optional.of(OnlineConstraints.replaceKey(drop, add, live));
    }
    return old instanceof ForeignKey from
            && add.constraint() instanceof ForeignKey to
            && !live.isPartitioned(add.table())
        ? Optional.of(OnlineConstraints.replaceForeignKey(drop, add, from, to, live))
        : Optional.empty();
  }
}
