package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.AddConstraintUsingIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.DropTable;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.operation.ValidateConstraint;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Unique;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Constraints of a table that is in use. */
final class OnlineConstraints {
  private OnlineConstraints() {}

  static List<Operation> add(AddConstraint plain, LiveSchema live) {
    Constraint constraint = plain.constraint();
    if (constraint instanceof Check) {
      return notValidFirst(plain);
    }
    if (constraint instanceof ForeignKey key) {
      return addForeignKey(plain, key, live);
    }
    if (!isMadeFromIndex(constraint, plain.table(), live)) {
      return List.of(plain);
    }
    List<Operation> operations = new ArrayList<>(keyColumns(plain, live));
    operations.addAll(fromIndex(plain, constraint.name()));
    return operations;
  }

  /** Rows that are there are looked at when the lock is gone. */
  private static List<Operation> notValidFirst(AddConstraint plain) {
    return List.of(
        new AddConstraintNotValid(plain.table(), plain.constraint()),
        new ValidateConstraint(plain.table(), plain.constraint().name()));
  }

  private static List<Operation> addForeignKey(
      AddConstraint plain, ForeignKey key, LiveSchema live) {
    if (!canBeNotValid(plain.table(), live)) {
      return List.of(plain);
    }
    List<Operation> operations = new ArrayList<>();
    if (isBetweenTablesInUse(plain.table(), key, live)) {
      operations.addAll(locked(key.target(), plain.table(), LockTable.Mode.WRITES));
    }
    operations.addAll(notValidFirst(plain));
    return operations;
  }

  /** Before PostgreSQL 18 a foreign key of a partitioned table cannot be NOT VALID. */
  static boolean canBeNotValid(QualifiedName table, LiveSchema live) {
    return !live.isPartitioned(table);
  }

  /**
   * Its locks are on two tables: who takes both in one order never waits for one with the other.
   */
  private static boolean isBetweenTablesInUse(
      QualifiedName table, ForeignKey key, LiveSchema live) {
    return !key.target().equals(table) && live.isLive(key.target());
  }

  private static List<Operation> locked(
      QualifiedName referenced, QualifiedName referencing, LockTable.Mode mode) {
    return List.of(new LockTable(referenced, mode), new LockTable(referencing, mode));
  }

  /** PostgreSQL makes constraints from indexes of tables that are not partitioned. */
  static boolean isMadeFromIndex(Constraint constraint, QualifiedName table, LiveSchema live) {
    boolean overlaps = (constraint instanceof Unique unique && unique.withoutOverlaps())
        || (constraint instanceof PrimaryKey key && key.withoutOverlaps());
    return KeyIndex.isOf(constraint) && !overlaps && !live.isPartitioned(table);
  }

  /** What makes the columns of a primary key NOT NULL, which it would do while nobody can read. */
  private static List<Operation> keyColumns(AddConstraint plain, LiveSchema live) {
    return plain.constraint() instanceof PrimaryKey key
        ? key.columns().stream()
            .filter(column -> live.table(plain.table()).columns().get(column).nullable())
            .flatMap(column ->
                OnlineColumns.setNotNull(new SetNotNull(plain.table(), column), live).stream())
            .toList()
        : List.of();
  }

  private static List<Operation> fromIndex(AddConstraint plain, String index) {
    return List.of(
        new CreateIndexConcurrently(plain.table(), KeyIndex.of(plain.constraint(), index)),
        new AddConstraintUsingIndex(plain.table(), plain.constraint(), index));
  }

  /**
   * The new key takes the place of the old one of its name when its index is built.
   *
   * @param references foreign keys that need the old one, which go with it
   */
  static List<Operation> replaceKey(
      List<DropConstraint> references, DropConstraint drop, AddConstraint add, LiveSchema live) {
    QualifiedName name = add.table().sibling(add.constraint().name());
    String successor = TemporaryName.successor(name).name();
    List<Operation> operations = new ArrayList<>(keyColumns(add, live));
    operations.addAll(fromIndex(add, successor));
    List<Operation> gone = new ArrayList<>(lockedWith(references, add.table(), live));
    gone.addAll(references);
    gone.add(drop);
    operations.addAll(operations.size() - 1, gone);
    return operations;
  }

  /** What is referenced comes first: everybody takes it in that order. */
  private static List<Operation> lockedWith(
      List<DropConstraint> references, QualifiedName referenced, LiveSchema live) {
    Set<QualifiedName> tables = new LinkedHashSet<>(List.of(referenced));
    references.stream()
        .map(DropConstraint::table)
        .filter(live::isLive)
        .sorted()
        .forEach(tables::add);
    return tables.size() == 1
        ? List.of()
        : tables.stream()
            .map(table -> (Operation) new LockTable(table, LockTable.Mode.ALL))
            .toList();
  }

  /** The new foreign key holds for new rows from when the old one of its name is gone. */
  static List<Operation> replaceForeignKey(
      DropConstraint drop, AddConstraint add, ForeignKey old, ForeignKey key, LiveSchema live) {
    List<Operation> operations = new ArrayList<>();
    Set<QualifiedName> tables = new LinkedHashSet<>();
    if (live.isLive(key.target())) {
      tables.add(key.target());
    }
    tables.addAll(List.of(old.target(), add.table()));
    tables.forEach(table -> operations.add(new LockTable(table, LockTable.Mode.ALL)));
    operations.add(drop);
    operations.addAll(notValidFirst(add));
    return operations;
  }

  /**
   * The drop of a constraint; of a foreign key, in a transaction of its own.
   *
   * @param rest what comes from here on
   */
  static List<Operation> drop(DropConstraint plain, LiveSchema live, List<Operation> rest) {
    Constraint constraint = live.table(plain.table()).constraints().get(plain.name());
    boolean stays = constraint instanceof ForeignKey key
        && isBetweenTablesInUse(plain.table(), key, live)
        && !(isDropped(plain.table(), rest) && isDropped(key.target(), rest));
    if (!stays) {
      return List.of(plain);
    }
    List<Operation> operations = new ArrayList<>(
        locked(((ForeignKey) constraint).target(), plain.table(), LockTable.Mode.ALL));
    operations.add(plain);
    return operations;
  }

  private static boolean isDropped(QualifiedName table, List<Operation> operations) {
    return operations.stream()
        .anyMatch(each -> each instanceof DropTable drop && drop.table().equals(table));
  }

  /** The drop of a table, before which its foreign keys go: the tables they name stay in use. */
  static List<Operation> dropWith(DropTable plain, LiveSchema live, List<Operation> rest) {
    List<Operation> operations = new ArrayList<>();
    live.table(plain.table())
        .foreignKeys()
        .filter(key -> isBetweenTablesInUse(plain.table(), key, live))
        .filter(key -> !isDropped(key.target(), rest))
        .forEach(key ->
            operations.addAll(drop(new DropConstraint(plain.table(), key.name()), live, rest)));
    if (!operations.isEmpty()) {
      operations.add(new LockTable(plain.table(), LockTable.Mode.ALL));
    }
    operations.add(plain);
    return operations;
  }
}
