package dev.lockstep.operation;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the way back of a list of operations does not bring back, by the names that it had before
 * them; what they made themselves is no loss.
 */
final class Losses {
  private Losses() {}

  static List<Loss> of(List<Operation> operations, Schema before) {
    NavigableSet<Loss> losses = new TreeSet<>();
    Schema schema = before;
    for (int i = 0; i < operations.size(); i++) {
      Operation operation = operations.get(i);
      for (Loss loss : operation.losses(schema)) {
        original(loss, operations.subList(0, i)).ifPresent(losses::add);
      }
      schema = operation.applyTo(schema);
    }
    return List.copyOf(losses);
  }

  /** With the names that it had before the operations; empty if it was not there. */
  private static Optional<Loss> original(Loss loss, List<Operation> operations) {
    QualifiedName owner = loss.owner();
    String column = loss.column();
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation operation = operations.get(i);
      boolean counter = loss.reason().equals(DropObject.COUNTER);
      if (makes(operation, owner, column) || (counter && counts(operation, owner, column))) {
        return Optional.empty();
      }
      if (operation instanceof RenameColumn rename
          && rename.table().equals(owner)
          && rename.newName().equals(column)) {
        column = rename.column();
      }
      owner = ownerBefore(operation, owner);
    }
    return Optional.of(new Loss(owner, column, loss.reason()));
  }

  /** Whether it is new, or a counter that somebody else goes on with. */
  private static boolean makes(Operation operation, QualifiedName owner, String column) {
    return (operation instanceof CreateTable create && create.table().name().equals(owner))
        || (operation instanceof AddColumn add
            && add.table().equals(owner)
            && add.column().name().equals(column))
        || (column.isEmpty() && makesObject(operation, owner));
  }

  /** Whether the counter of an identity is new, or one that a sequence goes on with. */
  private static boolean counts(Operation operation, QualifiedName table, String column) {
    return (operation instanceof AddIdentity add
            && add.table().equals(table)
            && add.column().equals(column))
        || (operation instanceof ContinueSequence next
            && next.table().equals(table)
            && next.column().equals(column));
  }

  private static boolean makesObject(Operation operation, QualifiedName name) {
    return (operation instanceof CreateObject object && object.object().name().equals(name))
        || (operation instanceof CreatePartition partition
            && partition.table().sibling(partition.partition().name()).equals(name))
        || (operation instanceof ContinueIdentity next && next.sequence().equals(name));
  }

  private static QualifiedName ownerBefore(Operation operation, QualifiedName owner) {
    if (operation instanceof RenameTable rename) {
      return either(owner, rename.table().sibling(rename.newName()), rename.table());
    }
    if (operation instanceof SetTableSchema move) {
      return either(owner, move.table().in(move.newSchema()), move.table());
    }
    if (operation instanceof RenameObject renamed) {
      QualifiedName old = renamed.object().name();
      return either(owner, old.sibling(renamed.newName()), old);
    }
    if (operation instanceof SetObjectSchema moved) {
      QualifiedName old = moved.object().name();
      return either(owner, old.in(moved.newSchema()), old);
    }
    if (operation instanceof RenamePartition partition) {
      QualifiedName table = partition.table();
      return either(owner, table.sibling(partition.newName()), table.sibling(partition.name()));
    }
    return operation instanceof RenameSchema space && space.newName().equals(owner.schema())
        ? owner.in(space.schema())
        : owner;
  }

  private static QualifiedName either(QualifiedName name, QualifiedName after, QualifiedName then) {
    return name.equals(after) ? then : name;
  }
}
