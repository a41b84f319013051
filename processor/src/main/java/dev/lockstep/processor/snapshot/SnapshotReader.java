package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads one snapshot; what {@link SnapshotWriter} writes, and what contradicts itself is refused.
 */
final class SnapshotReader {
  private final Map<QualifiedName, Table> tables = new TreeMap<>();
  private final Map<QualifiedName, String> classes = new TreeMap<>();
  private final List<Runnable> crossChecks = new ArrayList<>();
  private final TakenNames taken = new TakenNames();
  private final TableReader tableReader = new TableReader(taken);
  private final ObjectReader objects = new ObjectReader(taken);

  Snapshot read(JsonObject root) {
    requireFormat(root);
    root.require("heads");
    List<String> heads = root.distinctTexts("heads", "head");
    List<String> namespaces = root.distinctTexts("namespaces", "namespace");
    root.require("tables");
    root.objects("tables").forEach(this::table);
    objects.read(root);
    root.end();
    crossChecks.forEach(Runnable::run);
    objects.requireOwners(tables);
    Schema schema = new Schema(new TreeSet<>(namespaces), new TreeMap<>(tables), objects.objects());
    requireFormat(root, schema);
    return new Snapshot(heads, schema, classes, objects.classes());
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

  /** Older versions of Lockstep go by the number, so it must not promise too much. */
  private static void requireFormat(JsonObject root, Schema schema) {
    if (root.number("format") < SnapshotFormat.of(schema)) {
      throw SnapshotException.damaged(
          root.line("format"),
          "the snapshot holds what format " + root.number("format") + " cannot; its format is "
              + SnapshotFormat.of(schema));
    }
  }

  private void table(JsonObject json) {
    Table table = tableReader.read(json, crossChecks, tables);
    tables.put(table.name(), table);
    String className = json.optionalText("class");
    if (!className.isEmpty()) {
      classes.put(table.name(), className);
    }
    json.end();
  }
}
