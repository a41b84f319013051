package dev.lockstep.diff;

import dev.lockstep.operation.ContinueSequence;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RestartSequence;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a sequence that takes a filled column over go on where its values stand. */
final class Counters {
  private Counters() {}

  /** The sequence of the schema that {@code nextval} in the expression takes values from. */
  static Optional<Sequence> sequence(SqlExpression expression, Schema schema) {
    return expression.sequence().flatMap(schema::findSequence);
  }

  /**
   * For new sequences that follow the identity of a column. The identity's own sequence often has
   * the very name of the new one (PostgreSQL manual, CREATE TABLE: {@code table_column_seq}).
   */
  static List<Operation> continued(Schema from, Schema to) {
    List<Operation> operations = new ArrayList<>();
    forEachTaken(from, to, (sequence, table, before) -> {
      if (before.identityOption().isPresent()) {
        Sequence successor = sequence.bare().withName(TemporaryName.successor(sequence.name()));
        operations.add(new CreateObject(successor));
        operations.add(new ContinueSequence(successor.name(), table.name(), before.name()));
        operations.add(new DropIdentity(table.name(), before.name()));
        operations.add(new RenameObject(successor.key(), sequence.name().name()));
      }
    });
    return operations;
  }

  /** Sequences that go for an identity make room: its own sequence often gets their name. */
  static List<Operation> makeRoom(Schema from, Schema to) {
    List<Operation> operations = new ArrayList<>();
    Set<QualifiedName> renamed = new HashSet<>();
    if (from.objects(Sequence.class).findAny().isEmpty()) {
      return operations;
    }
    for (Table table : from.tables().values()) {
      for (Column column : table.columns()) {
        boolean identity = to.find(table.name())
            .flatMap(each -> each.columns().find(column.name()))
            .flatMap(Column::identityOption)
            .isPresent();
        column
            .defaultExpression()
            .flatMap(value -> sequence(value, from))
            .filter(each -> identity && to.findSequence(each.name()).isEmpty())
            .filter(each -> renamed.add(each.name()))
            .ifPresent(each -> operations.add(
                new RenameObject(each.key(), TemporaryName.old(each.name()).name())));
      }
    }
    return operations;
  }

  /** For new sequences of columns that had neither sequence nor identity. */
  static List<Operation> restarted(Schema from, Schema to) {
    List<Operation> operations = new ArrayList<>();
    forEachTaken(from, to, (sequence, table, before) -> {
      if (before.identityOption().isEmpty()) {
        operations.add(new RestartSequence(sequence.name(), table.name(), before.name()));
      }
    });
    return operations;
  }

  private interface Taken {
    void accept(Sequence sequence, Table table, Column before);
  }

  /** Columns of {@code from} whose values come from a sequence that is new in {@code to}. */
  private static void forEachTaken(Schema from, Schema to, Taken taken) {
    if (to.objects(Sequence.class).findAny().isEmpty()) {
      return;
    }
    for (Table table : to.tables().values()) {
      Optional<Table> old = from.find(table.name());
      for (Column column : table.columns()) {
        Optional<Column> before = old.flatMap(each -> each.columns().find(column.name()));
        Optional<Sequence> sequence =
            column.defaultExpression().flatMap(value -> sequence(value, to));
        if (before.isPresent()
            && sequence.isPresent()
            && from.findSequence(sequence.get().name()).isEmpty()) {
          taken.accept(sequence.get(), table, before.get());
        }
      }
    }
  }
}
