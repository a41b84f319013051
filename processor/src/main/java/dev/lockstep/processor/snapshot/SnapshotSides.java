package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code schema.json} holds: one snapshot, or in a merge conflict those of its sides that can
 * be read. What git has merged without a conflict is part of both sides, so a side may be what
 * neither branch had.
 *
 * @param snapshots one if there is no conflict, else two at most
 * @param ours heads of the first side, also where the whole of it cannot be read
 */
public record SnapshotSides(List<Snapshot> snapshots, boolean inConflict, Set<String> ours) {
  private static final Pattern HEADS = Pattern.compile("\"heads\"\\s*:\\s*\\[([^\\]]*)\\]");
  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  public SnapshotSides {
    snapshots = List.copyOf(snapshots);
    ours = Set.copyOf(ours);
  }

  /**
   * The sides of that text.
   *
   * @throws SnapshotException as {@link SnapshotJson#read}, but not for a side of a conflict
   */
  public static SnapshotSides of(String text) {
    List<String> sides = ConflictSides.of(text);
    if (sides.size() == 1) {
      Snapshot snapshot = SnapshotJson.read(text);
      return new SnapshotSides(List.of(snapshot), false, Set.copyOf(snapshot.heads()));
    }
    return new SnapshotSides(
        sides.stream().flatMap(side -> readable(side).stream()).toList(),
        true,
        heads(sides.get(0)));
  }

  private static Set<String> heads(String side) {
    return HEADS
        .matcher(side)
        .results()
        .flatMap(heads -> TEXT.matcher(heads.group(1)).results())
        .map(head -> head.group(1))
        .collect(Collectors.toSet());
  }

  /** What git has put together need not be a snapshot; the migrations tell what it should be. */
  private static Optional<Snapshot> readable(String side) {
    try {
      return Optional.of(SnapshotJson.read(side));
    } catch (SnapshotException e) {
      return Optional.empty();
    }
  }

  /** Everything that is on one side at least. */
  public Snapshot union() {
    if (snapshots.size() == 1) {
      return snapshots.get(0);
    }
    TreeSet<String> heads = new TreeSet<>();
    TreeSet<String> namespaces = new TreeSet<>();
    Map<QualifiedName, Table> tables = new HashMap<>();
    Map<QualifiedName, String> classes = new HashMap<>();
    Map<ObjectKey, String> objectClasses = new HashMap<>();
    Map<ObjectKey, SchemaObject> objects = new HashMap<>();
    for (Snapshot snapshot : snapshots) {
      heads.addAll(snapshot.heads());
      tables.putAll(snapshot.schema().tables());
      classes.putAll(snapshot.classes());
      objectClasses.putAll(snapshot.objectClasses());
      namespaces.addAll(snapshot.schema().namespaces());
      objects.putAll(snapshot.schema().objects());
    }
    return new Snapshot(
        List.copyOf(heads), new Schema(namespaces, tables, objects), classes, objectClasses);
  }
}
