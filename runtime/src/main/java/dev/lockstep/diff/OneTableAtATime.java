package dev.lockstep.diff;

import dev.lockstep.impact.LockMode;
import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.AddConstraintNotValid;
import dev.lockstep.operation.DropConstraint;
import dev.lockstep.operation.Execution;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ends a transaction where a step goes through a table while it locks it, and other tables are
 * locked besides: nobody has to wait for a table because another one is written anew.
 */
final class OneTableAtATime {
  private final List<Operation> online;
  private final NewRelations created = new NewRelations();
  private final List<Operation> apart = new ArrayList<>();
  private final Set<QualifiedName> held = new HashSet<>();
  private Schema schema;
  private Execution before = Execution.OUTSIDE;
  private boolean goneThrough;

  private OneTableAtATime(List<Operation> online, Schema before) {
    this.online = online;
    this.schema = before;
  }

  /**
   * The steps with the locks that begin the transactions.
   *
   * @param online in the form that they have otherwise
   */
  static List<Operation> of(List<Operation> online, Schema before) {
    if (before.tables().isEmpty() || ShortAbsences.isAnyAbsent(online)) {
      return online;
    }
    OneTableAtATime tables = new OneTableAtATime(online, before);
    for (int i = 0; i < online.size(); i++) {
      tables.take(i);
    }
    return List.copyOf(tables.apart);
  }

  private void take(int at) {
    Operation operation = online.get(at);
    LiveSchema live = new LiveSchema(schema, created);
    if (!operation.execution().joins(before)) {
      begin();
    }
    SortedMap<QualifiedName, LockMode> locked = locked(operation, live);
    boolean isLong = !locked.isEmpty() && live.isHeldUpBy(operation);
    boolean othersWait = isLong && !locked.keySet().containsAll(held);
    boolean waitsForOthers = goneThrough && !held.containsAll(locked.keySet());
    if (operation.execution() == Execution.TRANSACTION
        && (othersWait || waitsForOthers)
        && !isBetweenDropAndReturn(at)) {
      begin();
      inOrder(operation, locked.keySet()).forEach(table -> apart.add(lock(table, locked)));
    }
    apart.add(operation);
    held.addAll(locked.keySet());
    goneThrough |= isLong;
    before = operation.execution();
    created.follow(operation);
    schema = operation.applyTo(schema);
  }

  private void begin() {
    held.clear();
    goneThrough = false;
  }

  /** The tables in use that nobody else can write meanwhile; partitions count as their tables. */
  private static SortedMap<QualifiedName, LockMode> locked(Operation operation, LiveSchema live) {
    SortedMap<QualifiedName, LockMode> locked = new TreeMap<>();
    if (operation instanceof LockTable lock && live.isLive(lock.table())) {
      locked.put(lock.table(), LockMode.ACCESS_EXCLUSIVE);
    }
    live.impact(operation).locks().forEach((relation, mode) -> {
      QualifiedName table = live.owner(relation);
      if (mode.blocksWrites() && live.schema().find(table).isPresent() && live.isLive(table)) {
        locked.merge(table, mode, (one, other) -> one.compareTo(other) > 0 ? one : other);
      }
    });
    return locked;
  }

  /** What is referenced comes first, as everywhere. */
  private static List<QualifiedName> inOrder(Operation operation, Set<QualifiedName> tables) {
    List<QualifiedName> ordered = new ArrayList<>(tables);
    if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
      ordered.sort(
          (one, other) -> Boolean.compare(other.equals(key.target()), one.equals(key.target())));
    }
    return ordered;
  }

  private static LockTable lock(QualifiedName table, SortedMap<QualifiedName, LockMode> locked) {
    return new LockTable(
        table,
        locked.getOrDefault(table, LockMode.ACCESS_EXCLUSIVE).blocksReads()
            ? LockTable.Mode.ALL
            : LockTable.Mode.WRITES);
  }

  /** A constraint that is away for a moment is not to be missed by anybody. */
  private boolean isBetweenDropAndReturn(int at) {
    Set<Member> gone = new HashSet<>();
    online.subList(0, at).forEach(each -> {
      if (each instanceof DropConstraint drop) {
        gone.add(new Member(drop.table(), drop.name()));
      } else {
        added(each).ifPresent(gone::remove);
      }
    });
    return online.subList(at, online.size()).stream()
        .flatMap(each -> added(each).stream())
        .anyMatch(gone::contains);
  }

  private static Optional<Member> added(Operation operation) {
    if (operation instanceof AddConstraint add) {
      return Optional.of(member(add.table(), add.constraint()));
    }
    return operation instanceof AddConstraintNotValid add
        ? Optional.of(member(add.table(), add.constraint()))
        : Optional.empty();
  }

  private static Member member(QualifiedName table, Constraint constraint) {
    return new Member(table, constraint.name());
  }
}
