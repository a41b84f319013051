package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What can be wrong between a graph of migrations and the snapshot beside them. */
final class ChainRules {
  private final MigrationGraph graph;
  private final Optional<Snapshot> snapshot;
  private final List<String> recorded;
  private final String folder;

  ChainRules(MigrationGraph graph, Optional<Snapshot> snapshot, String folder) {
    this.graph = graph;
    this.snapshot = snapshot;
    SortedSet<String> heads = new TreeSet<>();
    if (snapshot.isPresent()) {
      for (String head : snapshot.get().heads()) {
        heads.add(graph.resolve(head));
      }
    }
    this.recorded = List.copyOf(heads);
    this.folder = folder;
  }

  /** The first kind of flaw that there is: each makes the next ones meaningless. */
  List<Problem> problems() {
    List<Problem> parents = new ParentRules(graph.written(), folder).problems();
    for (List<Problem> problems :
        List.of(parents, missing(), circular(), contradicting(graph.heads()))) {
      if (!problems.isEmpty()) {
        return problems;
      }
    }
    return List.of();
  }

  private List<Problem> missing() {
    List<Problem> problems = new ArrayList<>();
    for (FoundMigration migration : graph.migrations()) {
      String role = "the parent of \"" + migration.id() + "\"";
      Place place = new Place.OfMigration(migration.id());
      for (String parent : migration.parents()) {
        if (!graph.contains(parent)) {
          problems.add(missing(parent, role, place));
        }
      }
    }
    for (String head : recorded) {
      if (!graph.contains(head)) {
        problems.add(missing(head, "the last one that schema.json names", new Place.OfDatabase()));
      }
    }
    return problems;
  }

  private Problem missing(String id, String role, Place place) {
    Optional<String> newName = newName(id);
    if (newName.isPresent()) {
      return renamed(id, newName.get());
    }
    return Problem.error(
        "MigrationMissing",
        place,
        "migration \"" + id + "\", " + role + ", is missing",
        "restore it: git checkout HEAD -- " + folder + id + ".java");
  }

  /**
   * The id of what was renamed from that one, or nothing: it has the same number, nothing names it,
   * and in the old one's place it leads to what the snapshot records.
   */
  private Optional<String> newName(String id) {
    String number = number(id);
    List<String> candidates = graph.migrations().stream()
        .map(FoundMigration::id)
        .filter(other -> number(other).equals(number) && !isNamed(other))
        .toList();
    return candidates.size() == 1 && leadsToSnapshot()
        ? Optional.of(candidates.get(0))
        : Optional.empty();
  }

  private static String number(String id) {
    return id.substring(0, Math.max(0, id.indexOf('_')));
  }

  private boolean isNamed(String id) {
    return recorded.contains(id)
        || graph.migrations().stream().anyMatch(each -> each.parents().contains(id));
  }

  private boolean leadsToSnapshot() {
    Optional<Schema> recorded = snapshot.map(Snapshot::schema);
    return recorded.isPresent() && Replay.find(graph.migrations()).equals(recorded);
  }

  private Problem renamed(String id, String newName) {
    return Problem.error(
        "MigrationRenamed",
        new Place.OfMigration(newName),
        "migration \"" + id + "\" was renamed to \"" + newName
            + "\", but databases have recorded its old name",
        "take it back: git checkout HEAD -- " + folder + id + ".java",
        "and delete the new one: rm " + folder + newName + ".java");
  }

  private List<Problem> circular() {
    SortedSet<String> unreached = new TreeSet<>();
    for (FoundMigration migration : graph.migrations()) {
      unreached.add(migration.id());
    }
    for (FoundMigration migration : graph.inOrder()) {
      unreached.remove(migration.id());
    }
    return unreached.isEmpty()
        ? List.of()
        : List.of(Problem.error(
            "MigrationCycle",
            new Place.OfMigration(unreached.first()),
            "migrations " + quoted(unreached) + " wait for each other",
            "restore their parents: git checkout HEAD -- " + folder));
  }

  /** Several heads are no contradiction: a merge brings them together. */
  private List<Problem> contradicting(List<String> heads) {
    if (heads.size() != 1 || recorded.equals(heads)) {
      return List.of();
    }
    return List.of(snapshot.isEmpty() ? snapshotMissing(heads) : unknown(heads.get(0)));
  }

  /** The compile that writes the very first migration may have been stopped before the snapshot. */
  private Problem snapshotMissing(List<String> heads) {
    List<String> fixes = new ArrayList<>();
    fixes.add("restore it: git checkout HEAD -- " + folder + "schema.json");
    if (graph.migrations().size() == 1) {
      fixes.add("the compile that began the migrations was stopped: rm " + folder + heads.get(0)
          + ".java");
    }
    return Problem.error(
        "SnapshotMissing",
        new Place.OfDatabase(),
        folder + "schema.json is missing beside migration " + quoted(heads),
        fixes.toArray(String[]::new));
  }

  private Problem unknown(String head) {
    String last = recorded.isEmpty() ? "none" : quoted(recorded);
    return Problem.error(
        "MigrationUnknown",
        new Place.OfMigration(head),
        "migration \"" + head + "\" is newer than schema.json, which names " + last
            + " as the last",
        "schema.json was reset: git checkout HEAD -- " + folder + "schema.json",
        "the migration is a leftover: rm " + folder + head + ".java",
        "the migration was written by hand: put \"" + head + "\" into heads in schema.json");
  }

  static String quoted(Collection<String> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(" and "));
  }
}
