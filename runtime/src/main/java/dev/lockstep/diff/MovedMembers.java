package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/** What a plan drops and makes anew because one column of it gets another type. */
record MovedMembers(List<Operation> plan) {

  /** Whether it drops the column's default, or what is on the column and on no other such one. */
  boolean isDropped(Operation operation, Member column, Schema schema) {
    if (operation instanceof DropDefault drop) {
      return drop.table().equals(column.table()) && drop.column().equals(column.name());
    }
    if (operation instanceof DropConstraint drop) {
      return drop.table().equals(column.table())
          && isOf(schema.table(drop.table()).constraints().get(drop.name()), column);
    }
    return operation instanceof DropIndex drop
        && schema
            .tableOfIndex(drop.index())
            .filter(table -> table.name().equals(column.table())
                && isOf(table.indexes().get(drop.index().name()), column))
            .isPresent();
  }

  /** Whether it makes what {@link #isDropped} is said of. */
  boolean isMade(Operation operation, Member column) {
    return (operation instanceof SetDefault set
            && set.table().equals(column.table())
            && set.column().equals(column.name()))
        || (operation instanceof AddConstraint add
            && add.table().equals(column.table())
            && isOf(add.constraint(), column))
        || (operation instanceof CreateIndex create
            && create.table().equals(column.table())
            && isOf(create.index(), column));
  }

  private boolean isOf(Constraint constraint, Member column) {
    boolean elsewhere = constraint instanceof ForeignKey key
        && retyped()
            .anyMatch(change -> change.table().equals(key.target())
                && key.targetColumns().contains(change.column()));
    return !elsewhere
        && constraint.mentions(column.name())
        && retyped()
            .noneMatch(change ->
                !change.column().equals(column.name()) && constraint.mentions(change.column()));
  }

  private boolean isOf(Index index, Member column) {
    return index.mentions(column.name())
        && retyped()
            .noneMatch(change ->
                !change.column().equals(column.name()) && index.mentions(change.column()));
  }

  private Stream<AlterColumnType> retyped() {
    return plan.stream().filter(AlterColumnType.class::isInstance).map(AlterColumnType.class::cast);
  }

  /** Of a constraint or an index; empty for a default. */
  static String nameOf(Operation operation) {
    if (operation instanceof DropConstraint drop) {
      return drop.name();
    }
    if (operation instanceof AddConstraint add) {
      return add.constraint().name();
    }
    if (operation instanceof DropIndex drop) {
      return drop.index().name();
    }
    return operation instanceof CreateIndex create ? create.index().name() : "";
  }
}
