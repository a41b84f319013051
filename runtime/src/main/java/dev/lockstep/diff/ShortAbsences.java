package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CommentOnColumn;
import dev.lockstep.operation.CommentOnObject;
import dev.lockstep.operation.CommentOnTable;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateObject;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetDefault;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlNames;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings what ends a transaction out of the steps between the first view or SQL object that goes
 * and the last one that comes: one that only becomes another is not missed then by anybody.
 */
final class ShortAbsences {
  /** What the drop of an index or of a foreign key can come before. */
  private static final Set<Class<? extends Operation>> LATER = Set.of(
      DropObject.class,
      DropSqlObject.class,
      DropColumn.class,
      DropDefault.class,
      DropIndex.class,
      DropConstraint.class);

  /** What indexes, constraints and values of columns can come after. */
  private static final Set<Class<? extends Operation>> EARLIER = Set.of(
      CreateTable.class,
      AddColumn.class,
      SetDefault.class,
      CreateObject.class,
      DropObject.class,
      CommentOnTable.class,
      CommentOnColumn.class,
      CommentOnObject.class);

  private final Schema before;
  private final List<Operation> operations;
  private int first = -1;
  private int last = -1;

  private ShortAbsences(List<Operation> plain, Schema before) {
    this.before = before;
    this.operations = new ArrayList<>(plain);
    for (int i = 0; i < plain.size(); i++) {
      if (first < 0 && goes(plain.get(i))) {
        first = i;
      } else if (first >= 0 && comes(plain.get(i))) {
        last = i;
      }
    }
  }

  static List<Operation> of(List<Operation> plain, Schema before) {
    ShortAbsences absences = new ShortAbsences(plain, before);
    if (absences.last < 0) {
      return plain;
    }
    absences.bringForward();
    absences.putOff();
    return absences.operations;
  }

  /** Whether anything of that kind goes and comes. */
  static boolean isAnyAbsent(List<Operation> operations) {
    return operations.stream().anyMatch(ShortAbsences::goes)
        && operations.stream().anyMatch(ShortAbsences::comes);
  }

  /** How many there are after the last view or SQL object that comes; all if none does. */
  static int afterReturn(List<Operation> operations) {
    int after = 0;
    while (after < operations.size() && !comes(operations.get(operations.size() - 1 - after))) {
      after++;
    }
    return after;
  }

  static boolean goes(Operation operation) {
    return operation instanceof DropSqlObject
        || (operation instanceof DropObject drop && drop.object().kind().isView());
  }

  private static boolean comes(Operation operation) {
    return operation instanceof CreateObject create
        && (create.object() instanceof View || create.object() instanceof SqlObject);
  }

  private void bringForward() {
    int to = first;
    for (int i = first; i < last && LATER.contains(operations.get(i).getClass()); i++) {
      if (operations.get(i) instanceof DropIndex || isOfForeignKey(operations.get(i))) {
        operations.add(to++, operations.remove(i));
      }
    }
  }

  /** Of no other constraint: a view can need a primary key. */
  private boolean isOfForeignKey(Operation operation) {
    return operation instanceof DropConstraint drop
        && before
            .find(drop.table())
            .flatMap(table -> table.constraints().find(drop.name()))
            .filter(ForeignKey.class::isInstance)
            .isPresent();
  }

  private void putOff() {
    int end = last;
    for (int i = last; i >= first; i--) {
      if (isLong(operations.get(i)) && canWait(operations.get(i), i + 1, end)) {
        operations.add(end--, operations.remove(i));
      }
    }
  }

  private static boolean isLong(Operation operation) {
    return operation instanceof CreateIndex
        || operation instanceof FillNulls
        || operation instanceof SetNotNull
        || (operation instanceof AddConstraint add && !(add.constraint() instanceof PrimaryKey));
  }

  private boolean canWait(Operation operation, int from, int to) {
    Optional<String> name = name(operation);
    return operations.subList(from, to + 1).stream()
        .allMatch(each -> EARLIER.contains(each.getClass())
            && !isNamedBy(name, each)
            && !(operation instanceof FillNulls fill && reads(each, fill)));
  }

  /** Whether it takes the values of the rows into something that holds them from then on. */
  private static boolean reads(Operation operation, FillNulls fill) {
    return operation instanceof AddColumn add
        ? add.table().equals(fill.table())
            && add.column()
                .computedOption()
                .filter(computed -> computed.expression().mentions(fill.column()))
                .isPresent()
        : operation instanceof CreateObject create
            && create.object() instanceof View view
            && view.materialized();
  }

  /** What SQL objects can name. */
  private static Optional<String> name(Operation operation) {
    return operation instanceof CreateIndex create
        ? Optional.of(create.index().name())
        : operation instanceof AddConstraint add
            ? Optional.of(add.constraint()).map(Constraint::name)
            : Optional.empty();
  }

  private static boolean isNamedBy(Optional<String> name, Operation operation) {
    return operation instanceof CreateObject create
        && create.object() instanceof SqlObject object
        && name.filter(SqlNames.withStrings(object.create()).words()::contains).isPresent();
  }
}
