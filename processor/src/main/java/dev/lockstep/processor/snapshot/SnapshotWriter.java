package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.Map;

/**
 * Writes one snapshot. The order of properties is part of the format: {@link SnapshotReader} reads
 * the same list.
 */
final class SnapshotWriter {
  private final JsonText json;

  private SnapshotWriter(JsonText json) {
    this.json = json;
  }

  static String write(Snapshot snapshot) {
    return JsonText.of(json -> {
      json.number("format", SnapshotFormat.of(snapshot.schema()));
      json.lines("heads", snapshot.heads());
      new SnapshotWriter(json)
          .schema(snapshot.schema(), snapshot.classes(), snapshot.objectClasses());
    });
  }

  static String write(Schema schema) {
    return JsonText.of(json -> new SnapshotWriter(json).schema(schema, Map.of(), Map.of()));
  }

  private void schema(
      Schema schema, Map<QualifiedName, String> classes, Map<ObjectKey, String> objectClasses) {
    if (!schema.namespaces().isEmpty()) {
      json.lines("namespaces", schema.namespaces());
    }
    TableWriter tables = new TableWriter(json);
    ObjectWriter objects = new ObjectWriter(json, schema, objectClasses);
    objects.beforeTables();
    json.objects(
        "tables",
        schema.tables().values(),
        table -> tables.write(table, classes.getOrDefault(table.name(), "")));
    objects.afterTables();
  }
}
