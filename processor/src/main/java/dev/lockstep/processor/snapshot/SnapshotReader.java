package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads one snapshot; what {@link SnapshotWriter} writes, and what contradicts itself is refused.
 */
final class SnapshotReader {
  private final Map<QualifiedName, Table> tables = new TreeMap<>();
  private final Map<QualifiedName, String> classes = new TreeMap<>();
  private final List<Runnable> crossChecks = new ArrayList<>();
  private final Set<QualifiedName> indexes = new HashSet<>();

  Snapshot read(JsonObject root) {
    requireFormat(root);
    List<String> heads = root.texts("heads");
    refuseTwice(heads, "head", root.line("heads"));
    List<String> namespaces = root.optionalTexts("namespaces");
    refuseTwice(namespaces, "namespace", root.line("namespaces"));
    requireList(root, "tables");
    root.objects("tables").forEach(this::table);
    root.end();
    crossChecks.forEach(Runnable::run);
    Schema schema = new Schema(new TreeSet<>(namespaces), new TreeMap<>(tables));
    return new Snapshot(heads, schema, classes);
  }

  private static void requireFormat(JsonObject root) {
    long format = root.number("format");
    if (format > SnapshotJson.FORMAT) {
      throw new SnapshotException(
          "SnapshotNewer",
          root.line("format"),
          "the snapshot has format " + format + ", this version of Lockstep reads up to "
              + SnapshotJson.FORMAT,
          "update lockstep-processor and lockstep-runtime to the version that wrote it");
    }
    if (format < 1) {
      throw SnapshotException.damaged(root.line("format"), "there is no format " + format);
    }
  }

  private static void requireList(JsonObject object, String name) {
    if (!object.has(name)) {
      throw SnapshotException.damaged(object.line(), "property \"" + name + "\" is missing");
    }
  }

  private static void refuseTwice(Collection<String> names, String what, int line) {
    Set<String> seen = new HashSet<>();
    names.forEach(name -> {
      if (!seen.add(name)) {
        throw SnapshotException.damaged(line, what + " \"" + name + "\" is there twice");
      }
    });
  }

  private void table(JsonObject json) {
    QualifiedName name = new QualifiedName(json.optionalText("schema"), json.text("name"));
    requireList(json, "columns");
    TableReader reader = new TableReader(name, json);
    Table table = reader.read();
    if (tables.put(name, table) != null) {
      throw SnapshotException.damaged(json.line(), "table \"" + name + "\" is there twice");
    }
    String className = json.optionalText("class");
    if (!className.isEmpty()) {
      classes.put(name, className);
    }
    json.end();
    requireNewIndexes(table, json.line());
    crossChecks.add(() -> reader.requireTargets(tables));
  }

  private void requireNewIndexes(Table table, int line) {
    NamedList<?> own = table.indexes();
    own.names().forEach(index -> {
      if (!indexes.add(table.name().sibling(index))) {
        throw SnapshotException.damaged(line, "two tables have an index \"" + index + "\"");
      }
    });
  }
}
