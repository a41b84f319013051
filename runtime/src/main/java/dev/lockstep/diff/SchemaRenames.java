package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.operation.RenameSchema;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * PostgreSQL schemas that are gone, and of which all that was in them is in one new schema, as
 * hints say: those are renamed as a whole, with what Lockstep does not know of them.
 */
final class SchemaRenames {
  private final Schema from;
  private final Schema to;
  private final DiffHints hints;
  private final Map<String, String> names = new HashMap<>();

  SchemaRenames(Schema from, Schema to, DiffHints hints) {
    this.from = from;
    this.to = to;
    this.hints = hints;
    for (String namespace : from.namespaces()) {
      Set<String> targets = to.namespaces().contains(namespace) ? Set.of() : targets(namespace);
      targets.stream()
          .filter(target -> targets.size() == 1 && isNew(target) && !names.containsValue(target))
          .forEach(target -> names.put(namespace, target));
    }
  }

  private boolean isNew(String namespace) {
    return to.namespaces().contains(namespace) && !from.namespaces().contains(namespace);
  }

  /** The schemas that what is in this one goes to; an empty name for what stays nowhere. */
  private Set<String> targets(String namespace) {
    Map<QualifiedName, QualifiedName> tables = inverse(hints.renamedTables());
    Map<ObjectKey, ObjectKey> objects = inverse(hints.renamedObjects());
    Set<String> targets = new HashSet<>();
    from.tables().keySet().stream()
        .filter(table -> table.schema().equals(namespace))
        .forEach(table -> {
          QualifiedName target = tables.get(table);
          targets.add(target == null ? "" : target.schema());
        });
    from.objects().keySet().stream()
        .filter(object -> object.name().schema().equals(namespace) && isInSchema(object))
        .forEach(object -> {
          ObjectKey target = objects.get(object);
          targets.add(target == null ? "" : target.name().schema());
        });
    return targets;
  }

  /** An owned sequence moves with its table, without a word. */
  private boolean isInSchema(ObjectKey object) {
    boolean owned = from.find(object)
        .filter(each -> each instanceof Sequence sequence && sequence.owner() != null)
        .isPresent();
    return !owned
        && object.kind() != ObjectKind.EXTENSION
        && object.kind() != ObjectKind.SQL_OBJECT;
  }

  private static <K> Map<K, K> inverse(Map<K, K> map) {
    Map<K, K> inverse = new HashMap<>();
    map.forEach((key, value) -> inverse.put(value, key));
    return inverse;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    names.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(name -> operations.add(new RenameSchema(name.getKey(), name.getValue())));
    return operations;
  }

  /** The recorded schema after it. */
  Schema renamed() {
    return Operations.apply(operations(), from);
  }

  /** What is left to be said after it. */
  DiffHints hints() {
    Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    hints.renamedTables().forEach((now, old) -> {
      if (!now.equals(moved(old))) {
        tables.put(now, moved(old));
      }
    });
    Map<ObjectKey, ObjectKey> objects = new HashMap<>();
    hints.renamedObjects().forEach((now, old) -> {
      ObjectKey moved = new ObjectKey(old.kind(), moved(old.name()));
      if (!now.equals(moved)) {
        objects.put(now, moved);
      }
    });
    return new DiffHints(
        tables,
        hints.renamedColumns(),
        hints.using(),
        hints.backfill(),
        hints.derivedNames(),
        objects,
        hints.renamedValues(),
        hints.replacedValues());
  }

  private QualifiedName moved(QualifiedName name) {
    String target = names.get(name.schema());
    return target == null ? name : name.in(target);
  }
}
