package dev.lockstep.diff;

import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameObject;
import dev.lockstep.operation.SetObjectSchema;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** New names and schemas of enum types, sequences and views that stay. */
final class ObjectRenames {
  private final Schema schema;
  private final ObjectMatching objects;
  private final List<Operation> operations = new ArrayList<>();

  private ObjectRenames(Schema schema, ObjectMatching objects) {
    this.schema = schema;
    this.objects = objects;
  }

  /**
   * The steps.
   *
   * @param schema after tables got their new names; what was dropped meanwhile is not renamed
   */
  static List<Operation> of(Schema schema, ObjectMatching objects) {
    return new ObjectRenames(schema, objects).operations();
  }

  private List<Operation> operations() {
    Map<ObjectKind, Map<String, String>> renames = new EnumMap<>(ObjectKind.class);
    objects.matched().forEach((declared, recorded) -> {
      if (!declared.equals(recorded) && schema.find(recorded).isPresent()) {
        renames
            .computeIfAbsent(declared.kind(), kind -> new TreeMap<>())
            .put(text(recorded.name()), text(declared.name()));
      }
    });
    renames.forEach(this::rename);
    return operations;
  }

  private void rename(ObjectKind kind, Map<String, String> renames) {
    Set<String> present = new HashSet<>();
    schema.objects().keySet().stream()
        .filter(key -> key.kind() == kind)
        .forEach(key -> present.add(text(key.name())));
    for (RenameOrder.Step step : RenameOrder.of(renames, present)) {
      rename(new ObjectKey(kind, name(step.from())), name(step.to()), present);
      present.remove(step.from());
      present.add(step.to());
    }
  }

  private void rename(ObjectKey old, QualifiedName to, Set<String> present) {
    QualifiedName name = old.name();
    if (name.schema().equals(to.schema())) {
      operations.add(new RenameObject(old, to.name()));
    } else if (name.name().equals(to.name())) {
      operations.add(new SetObjectSchema(old, to.schema()));
    } else if (present.contains(text(name.in(to.schema())))) {
      operations.add(new RenameObject(old, to.name()));
      operations.add(new SetObjectSchema(old.withName(name.sibling(to.name())), to.schema()));
    } else {
      operations.add(new SetObjectSchema(old, to.schema()));
      operations.add(new RenameObject(old.withName(name.in(to.schema())), to.name()));
    }
  }

  private static String text(QualifiedName name) {
    return name.schema().isEmpty() ? name.name() : name.schema() + "\0" + name.name();
  }

  private static QualifiedName name(String text) {
    int cut = text.indexOf('\0');
    return cut < 0
        ? QualifiedName.of(text)
        : new QualifiedName(text.substring(0, cut), text.substring(cut + 1));
  }
}
