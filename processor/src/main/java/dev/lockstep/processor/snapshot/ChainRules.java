package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong between a graph of migrations and the snapshot beside them. */
final class ChainRules {
  private final MigrationGraph graph;
  private final Optional<Snapshot> snapshot;
  private final List<String> recorded;
  private final String folder;

  ChainRules(MigrationGraph graph, Optional<Snapshot> snapshot, String folder) {
    this.graph = graph;
    this.snapshot = snapshot;
    this.recorded = snapshot.map(Snapshot::heads).orElse(List.of()).stream()
        .map(graph::resolve)
        .distinct()
        .sorted()
        .toList();
    this.folder = folder;
  }

  /** The first kind of flaw that there is: each makes the next ones meaningless. */
  List<Problem> problems() {
    return Stream.of(missing(), circular(), contradicting(graph.heads()))
        .filter(problems -> !problems.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<Problem> missing() {
    List<Problem> problems = new ArrayList<>();
    for (FoundMigration migration : graph.migrations()) {
      String role = "the parent of \"" + migration.id() + "\"";
      Place place = new Place.OfMigration(migration.id());
      migration.parents().stream()
          .filter(parent -> !graph.contains(parent))
          .forEach(parent -> problems.add(missing(parent, role, place)));
    }
    recorded.stream()
        .filter(head -> !graph.contains(head))
        .forEach(head -> problems.add(
            missing(head, "the last one that schema.json names", new Place.OfDatabase())));
    return problems;
  }

  private Problem missing(String id, String role, Place place) {
    return Problem.error(
        "MigrationMissing",
        place,
        "migration \"" + id + "\", " + role + ", is missing",
        "restore it: git checkout HEAD -- " + folder + id + ".java");
  }

  private List<Problem> circular() {
    SortedSet<String> unreached = new TreeSet<>();
    graph.migrations().forEach(migration -> unreached.add(migration.id()));
    graph.inOrder().forEach(migration -> unreached.remove(migration.id()));
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

  private Problem snapshotMissing(List<String> heads) {
    return Problem.error(
        "SnapshotMissing",
        new Place.OfDatabase(),
        folder + "schema.json is missing beside migration " + quoted(heads),
        "restore it: git checkout HEAD -- " + folder + "schema.json");
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
