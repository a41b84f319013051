package dev.lockstep.processor;

import dev.lockstep.diff.DiffHints;
import dev.lockstep.diff.EnumMember;
import dev.lockstep.diff.Member;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.Backfill;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.FillNulls;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameColumn;
import dev.lockstep.operation.RenameEnumValue;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.RenameTable;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.operation.SetTableSchema;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlExpression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the steps of a migration tell of what the model said beside its structure: the model may not
 * say it any more.
 */
final class ToldHints {
  /** Of all that was there before: the name that it has now, and the one that it had. */
  private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();

  private final Map<Member, Member> columns = new HashMap<>();
  private final Map<ObjectKey, ObjectKey> objects = new HashMap<>();
  private final Map<EnumMember, String> values = new HashMap<>();

  /** What rows got; of a column that takes the place of another one, from that. */
  private final Map<Member, SqlExpression> fills = new HashMap<>();

  private final Map<Member, SqlExpression> using = new HashMap<>();
  private Schema schema;

  private ToldHints(Schema before) {
    schema = before;
    before.tables().keySet().forEach(name -> tables.put(name, name));
    before
        .tables()
        .values()
        .forEach(table -> table
            .columns()
            .forEach(column -> columns.put(
                new Member(table.name(), column.name()), new Member(table.name(), column.name()))));
    before.objects().keySet().forEach(key -> objects.put(key, key));
  }

  /**
   * The hints.
   *
   * @param upgrade the steps of all migrations of one generation
   */
  static DiffHints of(List<Operation> upgrade, Schema before) {
    ToldHints told = new ToldHints(before);
    upgrade.forEach(told::follow);
    return told.hints();
  }

  /** What they say of names alone: of an expression nobody may have said a word. */
  static DiffHints renames(DiffHints told) {
    return new DiffHints(
        told.renamedTables(),
        told.renamedColumns(),
        Map.of(),
        Map.of(),
        Set.of(),
        told.renamedObjects(),
        told.renamedValues(),
        Map.of());
  }

  private void follow(Operation operation) {
    if (operation instanceof RenameTable rename) {
      table(rename.table(), rename.table().sibling(rename.newName()));
    } else if (operation instanceof SetTableSchema move) {
      table(move.table(), move.table().in(move.newSchema()));
    } else if (operation instanceof RenameColumn rename) {
      column(
          new Member(rename.table(), rename.column()),
          new Member(rename.table(), rename.newName()));
    } else if (operation instanceof RenameObject rename) {
      object(rename.object(), rename.object().name().sibling(rename.newName()));
    } else if (operation instanceof SetObjectSchema move) {
      object(move.object(), move.object().name().in(move.newSchema()));
    } else if (operation instanceof RenameEnumValue rename) {
      value(rename);
    } else {
      followValues(operation);
    }
    schema = operation.applyTo(schema);
    forgetWhatIsGone();
  }

  private void followValues(Operation operation) {
    if (operation instanceof FillNulls fill) {
      fills.put(new Member(fill.table(), fill.column()), fill.value());
    } else if (operation instanceof Backfill fill) {
      fills.put(new Member(fill.table(), fill.column()), fill.value());
    } else if (operation instanceof AlterColumnType alter && alter.using() != null) {
      using.put(new Member(alter.table(), alter.column()), alter.using());
    } else if (operation instanceof DropColumn drop) {
      succeed(drop);
    }
  }

  /** Of a column whose type becomes another by way of a new column. */
  private void succeed(DropColumn drop) {
    Member gone = new Member(drop.table(), drop.column());
    Member successor = new Member(
        drop.table(), TemporaryName.successor(QualifiedName.of(drop.column())).name());
    if (schema.table(drop.table()).columns().contains(successor.name())) {
      move(columns, gone, successor);
      move(fills, successor, using, successor);
    }
  }

  /** What comes under the name of a thing that is gone is another thing. */
  private void forgetWhatIsGone() {
    tables.keySet().removeIf(name -> schema.find(name).isEmpty());
    objects.keySet().removeIf(key -> schema.find(key).isEmpty());
    columns
        .keySet()
        .removeIf(column -> schema
            .find(column.table())
            .filter(table -> table.columns().contains(column.name()))
            .isEmpty());
  }

  private void table(QualifiedName from, QualifiedName to) {
    move(tables, from, to);
    schema.table(from).columns().names().stream()
        .map(name -> new Member(from, name))
        .forEach(column -> column(column, new Member(to, column.name())));
  }

  private void column(Member from, Member to) {
    move(columns, from, to);
    move(fills, from, to);
    move(using, from, to);
  }

  private void object(ObjectKey from, QualifiedName to) {
    move(objects, from, new ObjectKey(from.kind(), to));
    List.copyOf(values.keySet()).stream()
        .filter(value -> value.type().equals(from.name()))
        .forEach(value -> move(values, value, new EnumMember(to, value.value())));
  }

  private void value(RenameEnumValue rename) {
    EnumMember from = new EnumMember(rename.type(), rename.value());
    values.putIfAbsent(from, rename.value());
    move(values, from, new EnumMember(rename.type(), rename.newValue()));
  }

  private static <K, V> void move(Map<K, V> names, K from, K to) {
    move(names, from, names, to);
  }

  private static <K, V> void move(Map<K, V> names, K from, Map<K, V> others, K to) {
    if (names.containsKey(from)) {
      others.put(to, names.remove(from));
    }
  }

  private DiffHints hints() {
    Map<Member, String> renamedColumns = new HashMap<>();
    columns.forEach((now, then) -> {
      if (!now.name().equals(then.name())) {
        renamedColumns.put(now, then.name());
      }
    });
    return new DiffHints(
        changed(tables),
        renamedColumns,
        using,
        fills,
        Set.of(),
        changed(objects),
        values,
        Map.of());
  }

  private static <K> Map<K, K> changed(Map<K, K> names) {
    Map<K, K> changed = new HashMap<>(names);
    changed.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return changed;
  }
}
