package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a snapshot's file holds a model already. The text is canonical, so it does if it is what
 * would be written; most compiles need not read it then.
 */
public final class WrittenSnapshot {
  private static final String HEADS = "\n  \"heads\": [\n";
  private static final String END = "\n  ]";

  private WrittenSnapshot() {}

  /**
   * What the file holds; empty if it is not the model to the last character, or if nobody knows.
   *
   * @param classes of the declared tables
   * @param objectClasses of what is declared beside them
   */
  public static Optional<SnapshotSides> of(
      String file,
      Schema declared,
      Map<QualifiedName, String> classes,
      Map<ObjectKey, String> objectClasses) {
    List<String> heads = heads(file);
    if (heads.isEmpty() || new HashSet<>(heads).size() < heads.size()) {
      return Optional.empty();
    }
    Snapshot snapshot = new Snapshot(heads, declared, classes, objectClasses);
    return SnapshotJson.write(snapshot).equals(file)
        ? Optional.of(new SnapshotSides(List.of(snapshot), false, Set.copyOf(heads)))
        : Optional.empty();
  }

  /** As they stand between their quotes; one that needs more than that is written otherwise. */
  private static List<String> heads(String file) {
    int start = file.indexOf(HEADS);
    int end = start < 0 ? -1 : file.indexOf(END, start);
    if (end < 0) {
      return List.of();
    }
    List<String> heads = new ArrayList<>();
    for (String line : file.substring(start + HEADS.length(), end).split("\n", -1)) {
      int from = line.indexOf('"');
      int to = line.lastIndexOf('"');
      if (from < to) {
        heads.add(line.substring(from + 1, to));
      }
    }
    return heads;
  }
}
