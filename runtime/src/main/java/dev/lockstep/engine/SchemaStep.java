package dev.lockstep.engine;

import dev.lockstep.schema.Dependents;
import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A schema before and after one operation; what is not the same object has changed. */
record SchemaStep(Schema before, Schema after) {

  Set<QualifiedName> tables() {
    return changed(before.tables(), after.tables());
  }

  Set<ObjectKey> objects() {
    return before.objects() == after.objects()
        ? Set.of()
        : changed(before.objects(), after.objects());
  }

  /** Raw names of what it changes of all that has a name of its own but tables and columns. */
  Set<String> names() {
    Set<String> names = new HashSet<>();
    for (ObjectKey key : objects()) {
      add(names, key, before.objects().get(key));
      add(names, key, after.objects().get(key));
    }
    for (QualifiedName table : tables()) {
      names.addAll(members(table, Table::constraints));
      names.addAll(members(table, Table::indexes));
      names.addAll(members(table, Table::partitions));
    }
    return names;
  }

  private static void add(Set<String> names, ObjectKey key, @Nullable SchemaObject object) {
    if (object instanceof SqlObject sql) {
      Dependents.created(sql).map(QualifiedName::name).ifPresent(names::add);
    } else if (object != null) {
      names.add(key.name().name());
    }
  }

  private <T extends Named> Set<String> members(
      QualifiedName table, Function<Table, NamedList<T>> list) {
    return changed(
        byName(before.tables().get(table), list), byName(after.tables().get(table), list));
  }

  private static <T extends Named> Map<String, T> byName(
      @Nullable Table table, Function<Table, NamedList<T>> list) {
    Map<String, T> members = new HashMap<>();
    if (table != null) {
      list.apply(table).forEach(each -> members.put(each.name(), each));
    }
    return members;
  }

  private static <K, V> Set<K> changed(Map<K, V> before, Map<K, V> after) {
    Set<K> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    keys.removeIf(key -> isSame(before.get(key), after.get(key)));
    return keys;
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return one == other || Objects.equals(one, other);
  }
}
