package dev.lockstep.diff;

import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetSequenceOwner;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of new rows come from, handed from a column to its successor, counters included.
 *
 * @param counter a sequence that has the counter of an identity meanwhile
 * @param owned the sequences that the column owns, with which they would go
 */
record SwapValue(
    QualifiedName table,
    Column column,
    Column successor,
    QualifiedName counter,
    List<Sequence> owned) {

  /** Before the column goes. */
  List<Operation> keep() {
    List<Operation> operations = new ArrayList<>();
    column.identityOption().ifPresent(identity -> {
      operations.add(new CreateObject(counterOf(identity)));
      operations.add(new ContinueSequence(counter, table, column.name()));
    });
    owned.forEach(each -> operations.add(new SetSequenceOwner(each.name(), null)));
    return operations;
  }

  /** From a column that stays. */
  List<Operation> take() {
    if (column.identityOption().isPresent()) {
      return List.of(new DropIdentity(table, column.name()));
    }
    return column.defaultExpression().isPresent()
        ? List.of(new DropDefault(table, column.name()))
        : List.of();
  }

  /** To the successor, which has its name. */
  List<Operation> give() {
    List<Operation> operations = new ArrayList<>();
    String name = successor.name();
    successor
        .defaultExpression()
        .ifPresent(value -> operations.add(new SetDefault(table, name, value)));
    successor.identityOption().ifPresent(identity -> {
      operations.add(new AddIdentity(table, name, identity));
      operations.add(new ContinueIdentity(table, name, counter));
      operations.add(new DropObject(counterOf(identity).key()));
    });
    owned.forEach(
        each -> operations.add(new SetSequenceOwner(each.name(), new Sequence.Owner(table, name))));
    return operations;
  }

  private Sequence counterOf(Identity identity) {
    return Sequence.of(counter).withOptions(identity);
  }
}
