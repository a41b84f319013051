package dev.lockstep.diff;

import dev.lockstep.operation.DropObject;
import dev.lockstep.operation.DropSqlObject;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The recorded views and SQL objects that cannot live through a change: those that go or say
 * something else, and those that depend on what changes. They are dropped before everything else
 * and created after it.
 */
final class Remade {
  private final Schema from;
  private final Schema to;
  private final Matching tables;
  private final ObjectMatching objects;
  private final Set<QualifiedName> swapped;
  private final Set<ObjectKey> used = new HashSet<>();
  private final Map<ObjectKey, SchemaObject> remade = new LinkedHashMap<>();

  private Remade(
      Schema from, Schema to, Matching tables, ObjectMatching objects, Set<QualifiedName> swapped) {
    this.from = from;
    this.to = to;
    this.tables = tables;
    this.objects = objects;
    this.swapped = swapped;
    TableWords.usedObjects(from).forEach(object -> used.add(object.key()));
  }

  /**
   * The objects, dependents first.
   *
   * @param swapped declared names of the enum types that are made anew
   */
  static List<SchemaObject> of(
      Schema from, Schema to, Matching tables, ObjectMatching objects, Set<QualifiedName> swapped) {
    boolean any = from.objects().values().stream()
        .anyMatch(object -> object instanceof View || object instanceof SqlObject);
    return any ? new Remade(from, to, tables, objects, swapped).find() : List.of();
  }

  static Operation drop(SchemaObject object) {
    return object instanceof SqlObject sql
        ? new DropSqlObject(sql.name().name(), sql.drop())
        : new DropObject(object.key());
  }

  /** Whether one is the other in all that a new CREATE would be needed for. */
  static boolean isSame(SchemaObject before, SchemaObject after) {
    if (before instanceof View was && after instanceof View is) {
      return was.query().equals(is.query());
    }
    return before.equals(after);
  }

  private List<SchemaObject> find() {
    Dependents dependents = Dependents.in(from);
    List<SchemaObject> changed = new ArrayList<>(objects.removed());
    objects.matched().forEach((declared, recorded) -> {
      if (!isSame(objects.before(declared), to.find(declared).orElseThrow())) {
        changed.add(from.find(recorded).orElseThrow());
      }
    });
    List<SchemaObject> gone = changed.stream().filter(this::breaks).toList();
    gone.stream().filter(this::isDroppedFirst).forEach(this::add);
    dependents.on(gone).forEach(this::add);
    tables.removedTables().forEach(table -> dependents.onTable(table.name()).forEach(this::add));
    tables.tables().forEach((declared, recorded) -> ofTable(dependents, declared, recorded));
    List<SchemaObject> ordered = new ArrayList<>(dependents.order().stream()
        .filter(each -> remade.containsKey(each.key()))
        .toList());
    java.util.Collections.reverse(ordered);
    return ordered;
  }

  /** Whether what depends on the changed object has to go meanwhile. */
  private boolean breaks(SchemaObject changed) {
    boolean stays = objects.removed().stream().noneMatch(changed::equals);
    if (changed instanceof EnumType type) {
      return !stays || swapped.contains(declaredName(type));
    }
    return changed instanceof View
        || changed instanceof SqlObject
        || (changed instanceof Sequence && !stays);
  }

  private QualifiedName declaredName(EnumType recorded) {
    return objects.matched().entrySet().stream()
        .filter(entry -> entry.getValue().equals(recorded.key()))
        .map(entry -> entry.getKey().name())
        .findFirst()
        .orElse(recorded.name());
  }

  /** What tables use goes only when they no longer do. */
  private boolean isDroppedFirst(SchemaObject object) {
    return object instanceof View || (object instanceof SqlObject && !used.contains(object.key()));
  }

  private void add(SchemaObject object) {
    if (isDroppedFirst(object)) {
      remade.putIfAbsent(object.key(), object);
    }
  }

  private void ofTable(Dependents dependents, QualifiedName declared, QualifiedName recorded) {
    Table before = from.table(recorded);
    Table after = to.table(declared);
    Map<String, String> kept = tables.columns(declared);
    Set<String> changed = new HashSet<>(before.columns().names());
    boolean added = false;
    for (Column column : after.columns()) {
      String old = kept.get(column.name());
      if (old != null && isUntouched(before.columns().get(old), column)) {
        changed.remove(old);
      }
      added |= old == null || changed.contains(old);
    }
    if (!changed.isEmpty()) {
      dependents.onColumns(recorded, changed).forEach(this::add);
    }
    if (added) {
      dependents.onAnyColumn(recorded).forEach(this::add);
    }
    if (!before
        .primaryKey()
        .map(PrimaryKey::columns)
        .equals(after.primaryKey().map(PrimaryKey::columns))) {
      // GROUP BY of a primary key lets a query show other columns, so it depends on the key.
      dependents.onColumns(recorded, Set.of("group")).forEach(this::add);
    }
  }

  /** Whether a view that shows the column stands by. */
  private boolean isUntouched(Column before, Column after) {
    return before.name().equals(after.name())
        && before.collation().equals(after.collation())
        && typeAfter(before).equals(after.type())
        && swapped.stream().noneMatch(type -> EnumType.of(type, List.of()).isTypeOf(after.type()))
        && Objects.equals(before.computedOption(), after.computedOption());
  }

  /** The column's type under its declared name. */
  private dev.lockstep.schema.SqlType typeAfter(Column before) {
    Map<QualifiedName, QualifiedName> renamed = new HashMap<>();
    objects
        .matched()
        .forEach((declared, recorded) -> renamed.put(recorded.name(), declared.name()));
    return from.objects(EnumType.class)
        .filter(type -> type.isTypeOf(before.type()))
        .findFirst()
        .map(type ->
            type.withName(renamed.getOrDefault(type.name(), type.name())).type())
        .map(type -> before.type().array() ? type.arrayOf() : type)
        .orElse(before.type());
  }
}
