package dev.lockstep.diff;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Lists what differs beside tables, as a person sees it. */
final class ObjectChanges {
  private final Schema to;
  private final ObjectMatching objects;
  private final DiffHints hints;
  private final List<Change> changes = new ArrayList<>();

  private ObjectChanges(Schema to, ObjectMatching objects, DiffHints hints) {
    this.to = to;
    this.objects = objects;
    this.hints = hints;
  }

  /** The changes, by kind, then by name. */
  static List<Change> between(Schema from, Schema to, ObjectMatching objects, DiffHints hints) {
    return from.objects().isEmpty() && to.objects().isEmpty()
        ? List.of()
        : new ObjectChanges(to, objects, hints).list();
  }

  private List<Change> list() {
    for (Map.Entry<ObjectKey, SchemaObject> entry : to.objects().entrySet()) {
      ObjectKey recorded = objects.matched().get(entry.getKey());
      if (recorded == null) {
        changes.add(new Change.ObjectAdded(entry.getValue()));
      } else {
        changed(recorded, entry.getValue());
      }
    }
    objects.removed().forEach(object -> changes.add(new Change.ObjectRemoved(object)));
    return changes;
  }

  private void changed(ObjectKey recorded, SchemaObject object) {
    if (!recorded.equals(object.key())) {
      changes.add(new Change.ObjectRenamed(recorded, object.key()));
    }
    SchemaObject before = objects.before(object.key());
    if (object instanceof EnumType type) {
      values(type);
      before = ((EnumType) before).withValues(type.values());
    }
    if (!before.equals(object)) {
      changes.add(new Change.ObjectChanged(before, object));
    }
  }

  private void values(EnumType type) {
    SortedMap<String, String> renamed = objects.renamedValues(type);
    renamed.forEach(
        (old, value) -> changes.add(new Change.EnumValueRenamed(type.name(), old, value)));
    List<String> before = objects.valuesBefore(type);
    type.values().stream()
        .filter(value -> !before.contains(value))
        .forEach(value -> changes.add(new Change.EnumValueAdded(type.name(), value)));
    before.stream()
        .filter(value -> !type.values().contains(value))
        .forEach(value -> changes.add(new Change.EnumValueRemoved(
            type.name(),
            value,
            hints.replacedValues().getOrDefault(new EnumMember(type.name(), value), ""))));
  }
}
