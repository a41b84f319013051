package dev.lockstep.diff;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.DropDefault;
import dev.lockstep.operation.DropExpression;
import dev.lockstep.operation.DropIdentity;
import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropPartition;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.schema.AllowedValues;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Whether an operation of a list breaks a version of the application that knows the schema before
 * the list: what the list itself has made, or gives back, is none of that version's business. A
 * constraint that is new is none of these: the new version needs it, and the old one may do with
 * it.
 */
final class Breaks {
  private final Schema start;
  private final Schema end;
  private final Identities atEnd;

  /**
   * Of a list.
   *
   * @param atEnd what has which name when the list is done
   */
  Breaks(Schema start, Schema end, Identities atEnd) {
    this.start = start;
    this.end = end;
    this.atEnd = atEnd;
  }

  /**
   * Whether it does.
   *
   * @param before what it meets
   * @param now what has which name then
   */
  boolean does(Operation operation, Schema before, Identities now) {
    return takesTable(operation, now)
        || takesColumn(operation, before, now)
        || asksMore(operation, before, now)
        || takesObject(operation)
        || KeyLoss.in(operation, before)
            .filter(key -> key.isReal(now, atEnd, end))
            .isPresent();
  }

  private boolean takesTable(Operation operation, Identities now) {
    return (operation instanceof DropTable drop && isOld(drop.table(), now))
        || (operation instanceof RenameTable rename && isOld(rename.table(), now))
        || (operation instanceof SetTableSchema move && isOld(move.table(), now))
        || (operation instanceof DropPartition drop && isOld(drop.table(), now))
        || (operation instanceof RenameSchema rename
            && start.namespaces().contains(rename.schema()));
  }

  private boolean takesColumn(Operation operation, Schema before, Identities now) {
    return (operation instanceof RenameColumn rename && isOld(rename.table(), rename.column(), now))
        || (operation instanceof DropColumn drop
            && isOld(drop.table(), drop.column(), now)
            && !isMadeAnew(drop, before, now))
        || (operation instanceof AlterColumnType change
            && isOld(change.table(), change.column(), now)
            && isOtherType(before.table(change.table()).columns().get(change.column()), change)
            && !isLongerEnum(change, now));
  }

  /** A computed column with another expression is dropped and added: its readers do not mind. */
  private boolean isMadeAnew(DropColumn drop, Schema before, Identities now) {
    Column old = before.table(drop.table()).columns().get(drop.column());
    return now.table(drop.table())
        .flatMap(atEnd::name)
        .flatMap(table -> end.table(table).columns().find(drop.column()))
        .filter(column -> column.type().equals(old.type()))
        .isPresent();
  }

  private static boolean isOtherType(Column old, AlterColumnType change) {
    return !old.type().equals(change.type())
        && (change.using() != null
            || Casts.narrows(old.type(), change.type())
            || !TypeFamilies.isOne(old.type(), change.type()));
  }

  /** An enum type that is made anew, with values that it had and more, is the same to its users. */
  private boolean isLongerEnum(AlterColumnType change, Identities now) {
    QualifiedName type = new QualifiedName(change.type().schema(), change.type().name());
    return now.column(change.table(), change.column())
        .map(each -> start.table(each.table().name()).columns().get(each.name()))
        .filter(old -> old.type().equals(change.type()))
        .filter(old -> isLonger(type))
        .isPresent();
  }

  private boolean isLonger(QualifiedName type) {
    return start
        .findEnum(type)
        .flatMap(old -> end.findEnum(type).filter(each -> each.values().containsAll(old.values())))
        .isPresent();
  }

  /** Whether inserts and updates are refused that passed before. */
  private boolean asksMore(Operation operation, Schema before, Identities now) {
    if (operation instanceof AddColumn add) {
      return isOld(add.table(), now) && !isOptional(add.column());
    }
    if (operation instanceof SetNotNull set) {
      return isOld(set.table(), set.column(), now)
          ? before.table(set.table()).columns().get(set.column()).nullable()
          : becomesRequired(set.table(), set.column(), now);
    }
    if (operation instanceof AddConstraint add) {
      return isOld(add.table(), now)
          && ((add.constraint() instanceof PrimaryKey key && takesNull(key, add.table(), before))
              || (add.constraint() instanceof Check check && lacksValues(check, add, now)));
    }
    return (operation instanceof DropDefault drop
            && becomesRequired(drop.table(), drop.column(), now))
        || (operation instanceof DropIdentity identity
            && becomesRequired(identity.table(), identity.column(), now))
        || (operation instanceof DropExpression expression
            && becomesRequired(expression.table(), expression.column(), now));
  }

  /** Whether inserts that leave the column out pass before the list, and not after it. */
  private boolean becomesRequired(QualifiedName table, String column, Identities now) {
    Optional<Thing.OfColumn> identity = now.column(table, column);
    return isOld(table, now)
        && identity.filter(this::wasOptional).isPresent()
        && identity
            .flatMap(atEnd::find)
            .map(last -> end.table(last.table()).columns().get(last.name()))
            .filter(last -> !isOptional(last))
            .isPresent();
  }

  private boolean wasOptional(Thing.OfColumn column) {
    return column.isNew()
        || isOptional(start.table(column.table().name()).columns().get(column.name()));
  }

  static boolean isOptional(Column column) {
    return column.nullable() || column.value() != null;
  }

  private static boolean takesNull(PrimaryKey key, QualifiedName table, Schema before) {
    return key.columns().stream()
        .anyMatch(each -> before.table(table).columns().get(each).nullable());
  }

  /** Whether a list of values lacks one that the list of its name had before. */
  private boolean lacksValues(Check check, AddConstraint add, Identities now) {
    List<String> values = AllowedValues.of(check);
    return !values.isEmpty()
        && now.table(add.table())
            .flatMap(each -> start.table(each.name()).constraints().find(check.name()))
            .filter(Check.class::isInstance)
            .filter(old -> !values.containsAll(AllowedValues.of((Check) old)))
            .isPresent();
  }

  private boolean takesObject(Operation operation) {
    return (operation instanceof DropObject drop && isGone(drop.object()))
        || (operation instanceof DropSqlObject sql
            && isGone(ObjectKey.of(ObjectKind.SQL_OBJECT, sql.name())))
        || (operation instanceof RenameObject rename
            && start.find(rename.object()).isPresent()
            && !isLonger(rename.object().name()))
        || (operation instanceof SetObjectSchema move
            && start.find(move.object()).isPresent())
        || (operation instanceof RenameEnumValue value
            && start.findEnum(value.type()).isPresent());
  }

  private boolean isGone(ObjectKey object) {
    return start.find(object).isPresent() && end.find(object).isEmpty();
  }

  private static boolean isOld(QualifiedName table, Identities now) {
    return now.table(table).filter(each -> each.born() == Thing.BEFORE).isPresent();
  }

  private static boolean isOld(QualifiedName table, String column, Identities now) {
    return now.column(table, column).filter(each -> !each.isNew()).isPresent();
  }
}
