package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of the columns of a table that is in use. */
final class OnlineColumns {
  private OnlineColumns() {}

  /** PostgreSQL computes volatile values while it keeps everybody out; batches do not. */
  static List<Operation> add(AddColumn plain, LiveSchema live) {
    Column column = plain.column();
    AddColumn bare = new AddColumn(plain.table(), column.withValue(null).withNullable(true));
    if (!live.isHeldUpBy(plain) || live.isHeldUpBy(bare)) {
      return List.of(plain);
    }
    Optional<Identity> identity = column.identityOption();
    return identity.isPresent()
        ? addIdentity(bare, identity.get())
        : column
            .defaultExpression()
            .map(value -> addFilled(bare, value, column.nullable()))
            .orElse(List.of(plain));
  }

  private static List<Operation> addFilled(AddColumn bare, SqlExpression value, boolean nullable) {
    List<Operation> operations = new ArrayList<>(filled(bare, value));
    if (!nullable) {
      operations.addAll(proven(bare.table(), bare.column().name()));
    }
    return operations;
  }

  private static List<Operation> filled(AddColumn bare, SqlExpression value) {
    String column = bare.column().name();
    return List.of(
        bare,
        new SetDefault(bare.table(), column, value),
        new Backfill(bare.table(), column, value));
  }

  /** A sequence counts until all rows have their number, and the identity goes on from there. */
  private static List<Operation> addIdentity(AddColumn bare, Identity identity) {
    QualifiedName table = bare.table();
    String column = bare.column().name();
    Sequence counter = Sequence.of(TemporaryName.successor(table.sibling(column)))
        .as(bare.column().type())
        .withOptions(identity);
    List<Operation> operations = new ArrayList<>(List.of(new CreateObject(counter)));
    operations.addAll(filled(bare, nextValue(counter.name())));
    operations.addAll(proven(table, column));
    operations.addAll(List.of(
        new DropDefault(table, column),
        new AddIdentity(table, column, identity),
        new ContinueIdentity(table, column, counter.name()),
        new DropObject(counter.key())));
    return operations;
  }

  private static SqlExpression nextValue(QualifiedName sequence) {
    return SqlExpression.of("nextval('x')").renameSequence(QualifiedName.of("x"), sequence);
  }

  static List<Operation> setNotNull(SetNotNull plain, LiveSchema live) {
    return live.isHeldUpBy(plain) ? proven(plain.table(), plain.column()) : List.of(plain);
  }

  /** NOT NULL by a check that was validated before: PostgreSQL trusts it and reads no row. */
  private static List<Operation> proven(QualifiedName table, String column) {
    Check proof = Check.notNull(TemporaryName.notNull(column), column);
    return List.of(
        new AddConstraintNotValid(table, proof),
        new ValidateConstraint(table, proof.name()),
        new SetNotNull(table, column),
        new DropConstraint(table, proof.name()));
  }

  /**
   * A type that needs no other rows needs no other checks either, but PostgreSQL goes through all
   * rows for them.
   */
  static List<Operation> alterType(AlterColumnType plain, LiveSchema live) {
    QualifiedName table = plain.table();
    List<Check> checks = live.table(table)
        .constraints(Check.class)
        .filter(check -> check.mentions(plain.column()))
        .toList();
    List<Operation> operations = new ArrayList<>();
    checks.forEach(check -> operations.add(new DropConstraint(table, check.name())));
    if (checks.isEmpty() || live.after(operations).isHeldUpBy(plain)) {
      return List.of(plain);
    }
    operations.add(plain);
    checks.forEach(check -> operations.add(new AddConstraintNotValid(table, check)));
    checks.forEach(check -> operations.add(new ValidateConstraint(table, check.name())));
    return operations;
  }
}
