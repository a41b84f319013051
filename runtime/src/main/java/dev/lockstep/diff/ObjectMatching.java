package dev.lockstep.diff;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which recorded object is which declared one: the one that a hint names, else the one of the same
 * key; a sequence that a column owns follows its table into another schema.
 */
final class ObjectMatching {
  private final Schema from;
  private final Schema to;
  private final DiffHints hints;
  private final SortedMap<ObjectKey, ObjectKey> matched = new TreeMap<>();
  private final Set<ObjectKey> staying = new HashSet<>();

  ObjectMatching(Schema from, Schema to, Matching tables, DiffHints hints) {
    this.from = from;
    this.to = to;
    this.hints = hints;
    to.objects().keySet().forEach(key -> match(key, hints.renamedObjects().get(key)));
    to.objects().keySet().forEach(key -> match(key, key));
    to.objects().keySet().forEach(key -> match(key, followed(key, tables)));
  }

  private void match(ObjectKey declared, @Nullable ObjectKey recorded) {
    if (recorded == null
        || recorded.kind() != declared.kind()
        || matched.containsKey(declared)
        || staying.contains(recorded)
        || from.find(recorded).isEmpty()) {
      return;
    }
    matched.put(declared, recorded);
    staying.add(recorded);
  }

  /** The recorded sequence that is owned by a table which moves to the declared one's schema. */
  private @Nullable ObjectKey followed(ObjectKey declared, Matching tables) {
    Optional<Sequence> sequence = to.findSequence(declared.name());
    if (sequence.isEmpty() || sequence.get().owner() == null) {
      return null;
    }
    QualifiedName table = sequence.get().owner().table();
    return declared.withName(
        declared.name().in(tables.tables().getOrDefault(table, table).schema()));
  }

  /** Declared key to recorded key, of the objects that were and stay. */
  SortedMap<ObjectKey, ObjectKey> matched() {
    return matched;
  }

  List<SchemaObject> added() {
    return to.objects().values().stream()
        .filter(object -> !matched.containsKey(object.key()))
        .toList();
  }

  List<SchemaObject> removed() {
    return from.objects().values().stream()
        .filter(object -> !staying.contains(object.key()))
        .toList();
  }

  /** The recorded object under its declared name. */
  SchemaObject before(ObjectKey declared) {
    ObjectKey recorded = matched.getOrDefault(declared, declared);
    return from.find(recorded).orElseThrow().withName(declared.name());
  }

  /** Old value to new value, of the values of a declared enum type that a hint renames. */
  SortedMap<String, String> renamedValues(EnumType declared) {
    EnumType before = (EnumType) before(declared.key());
    SortedMap<String, String> renamed = new TreeMap<>();
    for (String value : declared.values()) {
      String old = hints.renamedValues().get(new EnumMember(declared.name(), value));
      boolean known = old != null && before.values().contains(old) && !old.equals(value);
      if (known && (!declared.values().contains(old) || renamesTo(declared, old))) {
        renamed.putIfAbsent(old, value);
      }
    }
    return renamed;
  }

  /** Whether the value of that name is itself a renamed one, as in a swap. */
  private boolean renamesTo(EnumType declared, @Nullable String value) {
    return value != null
        && hints.renamedValues().containsKey(new EnumMember(declared.name(), value));
  }

  /** The recorded values under their new names, in the database's order. */
  List<String> valuesBefore(EnumType declared) {
    Map<String, String> renamed = new HashMap<>(renamedValues(declared));
    List<String> values = new ArrayList<>();
    for (String value : ((EnumType) before(declared.key())).values()) {
      values.add(renamed.getOrDefault(value, value));
    }
    return values;
  }
}
