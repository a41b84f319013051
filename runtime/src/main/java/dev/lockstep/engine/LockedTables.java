package dev.lockstep.engine;

import static dev.lockstep.impact.LockMode.ACCESS_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE;
import static dev.lockstep.impact.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.lockstep.impact.LockMode;
import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one table that a transaction locks of those that were there before it, as far as its steps
 * tell. While it waits for that one it has no other, so nobody waits for it meanwhile, and it is no
 * half of a deadlock.
 */
final class LockedTables {
  /** A lock on a whole table. */
  private record Lock(QualifiedName table, LockMode mode) {}

  private final Set<QualifiedName> created = new HashSet<>();
  private @Nullable Lock taken;
  private @Nullable Step waiting;

  /** The step that waits for it; null if there is none. */
  @Nullable
  Step waiting() {
    return waiting;
  }

  /**
   * Adds the next step.
   *
   * @return whether it is known to wait for no other lock than the one
   */
  boolean add(Step step) {
    Operation operation = step.operation();
    if (!(step instanceof Step.SqlStep)
        || step.handWritten()
        || step.execution() != Execution.TRANSACTION) {
      return false;
    }
    if (operation instanceof CreateTable create) {
      created.add(create.table().name());
      for (Constraint constraint : create.table().constraints()) {
        if (constraint instanceof ForeignKey key
            && !lock(step, new Lock(key.target(), SHARE_ROW_EXCLUSIVE))) {
          return false;
        }
      }
      return true;
    }
    if (operation instanceof AddConstraint add) {
      return created.contains(add.table())
          && (!(add.constraint() instanceof ForeignKey key)
              || lock(step, new Lock(key.target(), SHARE_ROW_EXCLUSIVE)));
    }
    if (operation instanceof CreateObject create) {
      return create.object() instanceof EnumType || create.object() instanceof Sequence;
    }
    Lock lock = lock(operation);
    return operation instanceof CreateSchema || (lock != null && lock(step, lock));
  }

  /** Of what locks just its own table; null for all else. */
  private static @Nullable Lock lock(Operation operation) {
    if (operation instanceof CreateIndex create) {
      return new Lock(create.table(), SHARE);
    } else if (operation instanceof AddColumn add) {
      return new Lock(add.table(), ACCESS_EXCLUSIVE);
    } else if (operation instanceof RenameColumn rename) {
      return new Lock(rename.table(), ACCESS_EXCLUSIVE);
    } else if (operation instanceof SetDefault set) {
      return new Lock(set.table(), ACCESS_EXCLUSIVE);
    } else if (operation instanceof DropDefault drop) {
      return new Lock(drop.table(), ACCESS_EXCLUSIVE);
    } else if (operation instanceof DropNotNull drop) {
      return new Lock(drop.table(), ACCESS_EXCLUSIVE);
    } else if (operation instanceof CommentOnTable comment) {
      return new Lock(comment.table(), SHARE_UPDATE_EXCLUSIVE);
    } else if (operation instanceof CommentOnColumn comment) {
      return new Lock(comment.table(), SHARE_UPDATE_EXCLUSIVE);
    }
    return null;
  }

  private boolean lock(Step step, Lock lock) {
    if (created.contains(lock.table())) {
      return true;
    }
    if (taken == null) {
      taken = lock;
      waiting = step;
    }
    return taken.table().equals(lock.table()) && taken.mode().compareTo(lock.mode()) >= 0;
  }
}
