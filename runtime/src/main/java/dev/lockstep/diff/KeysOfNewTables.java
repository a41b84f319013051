package dev.lockstep.diff;

import dev.lockstep.operation.AddConstraint;
import dev.lockstep.operation.CreateTable;
import dev.lockstep.operation.LockTable;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys of new tables, which nobody writes yet, to tables in use, which they lock: those
 * to one such table come with the new ones, those to each other one in a transaction of their own.
 */
final class KeysOfNewTables {
  /** By the tables that they reference, in the order in which these are first referenced. */
  private final Map<QualifiedName, List<Operation>> waiting = new LinkedHashMap<>();

  /** The table in use that is locked last. */
  private @Nullable QualifiedName locked;

  /** The creation without the keys that have to wait. */
  CreateTable create(CreateTable plain, LiveSchema live) {
    Table table = plain.table();
    List<ForeignKey> late = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys().toList()) {
      if (!key.target().equals(table.name()) && live.isLive(key.target())) {
        if (locked == null) {
          locked = key.target();
        }
        if (!key.target().equals(locked)) {
          late.add(key);
        }
      }
    }
    late.forEach(key -> waiting
        .computeIfAbsent(key.target(), target -> new ArrayList<>())
        .add(new AddConstraint(table.name(), key)));
    return late.isEmpty()
        ? plain
        : new CreateTable(
            table.withConstraints(table.constraints().filter(each -> !late.contains(each))));
  }

  /**
   * The keys that no longer wait, with their locks.
   *
   * @param next the step that comes; those that make a table ready come first
   */
  List<Operation> before(Operation next, LiveSchema live) {
    return waiting.isEmpty() || next instanceof CreateTable || isOfNewTables(next, live)
        ? List.of()
        : rest();
  }

  private static boolean isOfNewTables(Operation operation, LiveSchema live) {
    return live.impact(operation).known()
        && live.impact(operation).locks().keySet().stream().noneMatch(live::isLive);
  }

  /** All that still wait. */
  List<Operation> rest() {
    List<Operation> operations = new ArrayList<>();
    waiting.forEach((target, keys) -> {
      operations.add(new LockTable(target, LockTable.Mode.WRITES));
      operations.addAll(keys);
      locked = target;
    });
    waiting.clear();
    return operations;
  }

  /** A key that the plan adds to a new table when its target has what it needs. */
  static List<Operation> add(AddConstraint plain, LiveSchema live) {
    return plain.constraint() instanceof ForeignKey key && live.isLive(key.target())
        ? List.of(new LockTable(key.target(), LockTable.Mode.WRITES), plain)
        : List.of(plain);
  }
}
