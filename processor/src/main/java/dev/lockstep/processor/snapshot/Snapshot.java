package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the last migration left: the recorded schema.
 *
 * @param heads ids of the migrations that no other names as its parent, sorted; none before the
 *     first migration
 * @param schema constraints, indexes and partitions by name, as the file has them
 * @param classes table to the qualified name of its class at that time, a hint for partial
 *     compiles; only tables of the schema
 * @param objectClasses the same for what is no table: the class or package that declares it
 */
public record Snapshot(
    List<String> heads,
    Schema schema,
    Map<QualifiedName, String> classes,
    Map<ObjectKey, String> objectClasses) {
  public static final Snapshot EMPTY = new Snapshot(List.of(), Schema.EMPTY, Map.of());

  /** With nothing beside tables. */
  public Snapshot(List<String> heads, Schema schema, Map<QualifiedName, String> classes) {
    this(heads, schema, classes, Map.of());
  }

  public Snapshot {
    heads = heads.stream().sorted().toList();
    schema = RecordedOrder.of(schema);
    SortedMap<QualifiedName, String> sorted = new TreeMap<>(classes);
    sorted.keySet().retainAll(schema.tables().keySet());
    classes = Collections.unmodifiableSortedMap(sorted);
    SortedMap<ObjectKey, String> sortedObjects = new TreeMap<>(objectClasses);
    sortedObjects.keySet().retainAll(schema.objects().keySet());
    objectClasses = Collections.unmodifiableSortedMap(sortedObjects);
  }

  /** This snapshot of another schema. */
  public Snapshot withSchema(Schema other) {
    return new Snapshot(heads, other, classes, objectClasses);
  }

  /** Whether there is no migration yet. */
  public boolean isFirst() {
    return heads.isEmpty();
  }
}
