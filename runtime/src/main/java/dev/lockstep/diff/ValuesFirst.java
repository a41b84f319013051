package dev.lockstep.diff;

import dev.lockstep.operation.AddEnumValue;
import dev.lockstep.operation.CreateSchema;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings new values of enum types before all else: the transaction that adds them ends before they
 * are used, and nothing that goes for a moment is missed meanwhile.
 */
final class ValuesFirst {
  private ValuesFirst() {}

  static List<Operation> of(List<Operation> plan) {
    List<Operation> ordered = new ArrayList<>();
    for (Operation operation : plan) {
      int at = ordered.size();
      if (operation instanceof AddEnumValue add) {
        while (at > 0 && !isNeeded(ordered.get(at - 1), add)) {
          at--;
        }
      }
      ordered.add(at, operation);
    }
    return ordered;
  }

  /** Whether the type, or a value of it, may have its name from the operation. */
  private static boolean isNeeded(Operation before, AddEnumValue add) {
    ObjectKey type = new ObjectKey(ObjectKind.ENUM, add.type());
    return before instanceof CreateSchema
        || before instanceof RenameSchema
        || (before instanceof AddEnumValue other && other.type().equals(add.type()))
        || (before instanceof RenameEnumValue value && value.type().equals(add.type()))
        || (before instanceof RenameObject rename
            && rename.object().withName(add.type().sibling(rename.newName())).equals(type))
        || (before instanceof SetObjectSchema move
            && move.object().withName(add.type().in(move.newSchema())).equals(type));
  }
}
