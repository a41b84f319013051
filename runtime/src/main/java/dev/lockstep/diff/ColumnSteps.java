package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddIdentity;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.AlterIdentity;
import dev.lockstep.operation.ContinueIdentity;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropNotNull;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RestartIdentity;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to add one column to a table that is there, or to make one column another; comments
 * apart.
 */
final class ColumnSteps {
  private final QualifiedName table;
  private final DiffHints hints;
  private final Schema schema;
  private final List<Operation> operations = new ArrayList<>();

  private ColumnSteps(QualifiedName table, DiffHints hints, Schema schema) {
    this.table = table;
    this.hints = hints;
    this.schema = schema;
  }

  static List<Operation> add(QualifiedName table, Column column, DiffHints hints) {
    ColumnSteps steps = new ColumnSteps(table, hints, Schema.EMPTY);
    SqlExpression backfill = hints.backfill().get(new Member(table, column.name()));
    if (backfill == null || column.computedOption().isPresent()) {
      steps.operations.add(new AddColumn(table, column.bare()));
      steps.options(column, ColumnOptions.NONE);
      return steps.operations;
    }
    // Nullable and without its default first: else the rows would get the default, not the
    // backfill.
    steps.operations.add(
        new AddColumn(table, Column.of(column.name(), column.type()).collate(column.collation())));
    steps.operations.add(new FillNulls(table, column.name(), backfill));
    steps.nullability(Column.of(column.name(), column.type()), column, true);
    steps.arriveValue(Column.of(column.name(), column.type()), column);
    steps.options(column, ColumnOptions.NONE);
    return steps.operations;
  }

  /**
   * The steps from one column to another.
   *
   * @param schema what the steps meet, for the sequence that the column's default names
   */
  static List<Operation> alter(
      QualifiedName table, Column from, Column to, DiffHints hints, Schema schema) {
    ColumnSteps steps = new ColumnSteps(table, hints, schema);
    steps.departValue(from, to);
    steps.type(from, to);
    steps.nullability(from, to, false);
    steps.arriveValue(from, to);
    // A new type has its own storage and compression (measured on PostgreSQL 14 to 18).
    steps.options(
        to,
        from.type().equals(to.type()) && from.collation().equals(to.collation())
            ? from.options()
            : new ColumnOptions("", "", from.options().statistics()));
    return steps.operations;
  }

  private void options(Column to, ColumnOptions from) {
    operations.addAll(TableSteps.options(table, to, from));
  }

  /**
   * A default keeps the type that it was written for, so it is set anew when the type becomes
   * another.
   */
  private void departValue(Column from, Column to) {
    boolean replaced = to.defaultExpression().isPresent() && !retyped(from, to);
    if (from.defaultExpression().isPresent() && !replaced) {
      operations.add(new DropDefault(table, from.name()));
    }
    if (from.identityOption().isPresent() && (to.identityOption().isEmpty() || turns(from, to))) {
      operations.add(new DropIdentity(table, from.name()));
    }
  }

  private void type(Column from, Column to) {
    if (!from.type().equals(to.type()) || !from.collation().equals(to.collation())) {
      @Nullable SqlExpression using = hints.using().get(new Member(table, to.name()));
      operations.add(new AlterColumnType(
          table, to.name(), to.type(), to.collation(), retypedAtAll(from, to) ? using : null));
    }
  }

  private void nullability(Column from, Column to, boolean filled) {
    if (from.nullable() == to.nullable()) {
      return;
    }
    if (to.nullable()) {
      operations.add(new DropNotNull(table, to.name()));
      return;
    }
    SqlExpression value = hints
        .backfill()
        .getOrDefault(new Member(table, to.name()), to.defaultExpression().orElse(null));
    if (!filled && value != null) {
      operations.add(new FillNulls(table, to.name(), value));
    }
    operations.add(new SetNotNull(table, to.name()));
  }

  private void arriveValue(Column from, Column to) {
    to.defaultExpression()
        .filter(
            value -> retyped(from, to) || !from.defaultExpression().equals(to.defaultExpression()))
        .ifPresent(value -> operations.add(new SetDefault(table, to.name(), value)));
    to.identityOption().ifPresent(identity -> identity(from, to, identity));
  }

  private void identity(Column from, Column to, Identity identity) {
    if (from.identityOption().isEmpty() || turns(from, to)) {
      operations.add(new AddIdentity(table, to.name(), identity));
      operations.add(from.defaultExpression()
          .flatMap(value -> Counters.sequence(value, schema))
          .<Operation>map(sequence -> new ContinueIdentity(table, to.name(), sequence.name()))
          .orElseGet(() -> new RestartIdentity(table, to.name())));
    } else if (!from.identityOption().equals(to.identityOption())) {
      operations.add(new AlterIdentity(table, to.name(), identity));
    }
  }

  /**
   * Whether the identity counts in the other direction, so that its counter is outside its new
   * bounds.
   */
  private static boolean turns(Column from, Column to) {
    return from.value() instanceof Identity old
        && to.value() instanceof Identity identity
        && old.descends() != identity.descends();
  }

  private static boolean retypedAtAll(Column from, Column to) {
    return !from.type().equals(to.type());
  }

  /** Whether the type becomes another one, not merely longer or shorter. */
  static boolean retyped(Column from, Column to) {
    return !from.type().name().equals(to.type().name())
        || !from.type().schema().equals(to.type().schema())
        || from.type().array() != to.type().array();
  }
}
