package dev.lockstep.engine;

import dev.lockstep.impact.LockMode;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.AttachPartition;
import dev.lockstep.operation.CreatePartition;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DetachPartition;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.postgres.PostgresDdl;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tables that a transaction locks before it does anything: those that earlier tries waited for in
 * vain while they had others. To wait without a lock is no half of a deadlock, and who holds the
 * table is likely to take the others next; so two that take tables in different orders do not meet
 * for ever.
 */
final class LocksFirst {
  /** A lock, and the step that needs it. */
  private record Lock(Step step, QualifiedName table, LockMode mode) {}

  private static final Set<Class<? extends Operation>> SEVERAL = Set.of(
      CreateTable.class,
      DropTable.class,
      DropConstraint.class,
      DropColumn.class,
      AlterColumnType.class,
      CreatePartition.class,
      AttachPartition.class,
      DetachPartition.class,
      DropPartition.class);

  private final StepImpacts impacts;
  private final PostgresDdl ddl;
  private final List<Lock> locks = new ArrayList<>();
  private @Nullable Lock waiting;

  LocksFirst(StepImpacts impacts, PostgresDdl ddl) {
    this.impacts = impacts;
    this.ddl = ddl;
  }

  /** Whether there are any. */
  boolean isNeeded() {
    return !locks.isEmpty();
  }

  /**
   * Takes them, in the transaction that has just begun.
   *
   * @param at is told of each step whose lock is waited for
   */
  void take(Session session, LockBudget budget, Consumer<Step> at) throws SQLException {
    for (Lock lock : locks) {
      waiting = lock;
      at.accept(lock.step());
      if (isThere(session, lock.table())) {
        session.execute(
            "LOCK TABLE " + ddl.name(lock.table()) + " IN " + lock.mode().sql() + " MODE");
        budget.renew();
      }
    }
    waiting = null;
  }

  /** A table that the transaction makes, or one under a new name, is not there yet. */
  private boolean isThere(Session session, QualifiedName table) throws SQLException {
    return session
        .query(
            "SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.oid"
                + " OPERATOR(pg_catalog.=) pg_catalog.to_regclass("
                + PostgresDdl.literal(ddl.name(table)) + ") AND c.relkind"
                + " OPERATOR(pg_catalog.=) ANY ('{r,p}'))",
            row -> row.getBoolean(1))
        .get(0);
  }

  /**
   * After a try that got a lock in vain, or lost a deadlock.
   *
   * @param failed what was at work; null if no step was
   */
  void learn(MigrationWork work, MigrationPart part, @Nullable Step failed) throws SQLException {
    Lock lock = waiting;
    waiting = null;
    if (lock != null) {
      locks.remove(lock);
      locks.add(0, lock);
    } else if (failed != null && isShared(part)) {
      boolean quick = impacts.areQuick(work, part.steps());
      List<Lock> needed = new ArrayList<>();
      impacts
          .of(work, failed)
          .ifPresent(impact -> impact.locks().forEach((table, mode) -> {
            if (mode.blocksWrites()) {
              needed.add(new Lock(failed, table, quick ? mode : readable(mode)));
            }
          }));
      if (part.steps().size() > 1 || needed.size() > 1) {
        locks.removeIf(each -> needed.stream().anyMatch(other -> covers(other, each)));
        locks.addAll(0, needed);
      }
    }
  }

  /** Whether it may have a table locked while it waits for another: a reference, a partition. */
  static boolean maybeSeveral(Step step) {
    Operation operation = step.operation();
    return SEVERAL.contains(operation.getClass())
        || (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey)
        || (operation instanceof AddConstraintNotValid add
            && add.constraint() instanceof ForeignKey);
  }

  /**
   * What may be held for long: readers pass, and are no half of a deadlock. Writers wait, before
   * they have written anything, and not for rows with the table in their hands.
   */
  private static LockMode readable(LockMode mode) {
    return mode.blocksReads() ? LockMode.SHARE_ROW_EXCLUSIVE : mode;
  }

  private static boolean covers(Lock one, Lock other) {
    return one.table().equals(other.table()) && one.mode().compareTo(other.mode()) >= 0;
  }

  /** What runs alone has no other lock meanwhile. */
  private static boolean isShared(MigrationPart part) {
    return switch (part.execution()) {
      case TRANSACTION, NEW_TRANSACTION, ENDS_TRANSACTION -> true;
      case OWN_TRANSACTION, BATCHES, OUTSIDE -> false;
    };
  }
}
