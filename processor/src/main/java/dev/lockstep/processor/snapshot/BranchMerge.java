package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings branches together: what the migrations of all of them leave, which must be the same in
 * whatever order a database applies them.
 */
final class BranchMerge {
  private final MigrationGraph graph;
  private final SnapshotSides sides;
  private final String folder;

  BranchMerge(MigrationGraph graph, SnapshotSides sides, String folder) {
    this.graph = graph;
    this.sides = sides;
    this.folder = folder;
  }

  /**
   * What a merge of all heads records before it changes anything itself.
   *
   * @param snapshot meaningless if there is a problem
   */
  record Result(Snapshot snapshot, List<Problem> problems) {
    private static Result of(Problem... problems) {
      return new Result(Snapshot.EMPTY, List.of(problems));
    }
  }

  /**
   * The branches together.
   *
   * @param declared decides where migrations cannot be read and only the file's sides are known
   */
  Result merge(Schema declared) {
    Optional<FoundMigration> unreadable = Replay.unreadable(graph.migrations());
    if (unreadable.isPresent()) {
      return fromSides(unreadable.get(), declared);
    }
    try {
      List<Problem> clashes = clashes();
      return clashes.isEmpty()
          ? new Result(snapshot(Replay.of(graph.inOrder(), Schema.EMPTY)), List.of())
          : new Result(Snapshot.EMPTY, clashes);
    } catch (Replay.BrokenException e) {
      return Result.of(ReplayRules.broken(e, folder));
    }
  }

  private Snapshot snapshot(Schema schema) {
    Snapshot union = sides.union();
    return new Snapshot(graph.heads(), schema, union.classes(), union.objectClasses());
  }

  private List<Problem> clashes() {
    Set<Problem> problems = new LinkedHashSet<>();
    List<String> heads = graph.heads();
    for (int i = 0; i < heads.size(); i++) {
      String one = heads.get(i);
      for (String other : heads.subList(i + 1, heads.size())) {
        BranchClash.between(graph, one, other).ifPresent(clash -> {
          problems.add(problem(clash, clash.one(), clash.other(), one));
          problems.add(problem(clash, clash.other(), clash.one(), other));
        });
      }
    }
    return List.copyOf(problems);
  }

  /** The problem at one of both; the head is that of its branch. */
  private Problem problem(
      BranchClash clash, FoundMigration here, FoundMigration there, String head) {
    String remove = graph.from(there.id()).stream()
        .map(gone -> folder + gone.id() + ".java")
        .collect(Collectors.joining(" ", "rm ", ""));
    return Problem.error(
        "BranchesClash",
        new Place.OfMigration(here.id()),
        "migration \"" + here.id() + "\" and migration \"" + there.id()
            + "\" of another branch do not commute: " + clash.reason(),
        "keep this one, after a downgrade of databases that have the other: " + remove,
        "then its side of schema.json: " + checkout(head),
        "then, if something is missing still: mvn compile -Dlockstep.migrate=\"...\"");
  }

  /** How git takes the side of the file that has a head. */
  private String checkout(String head) {
    return "git checkout " + (sides.ours().contains(head) ? "--ours" : "--theirs") + " -- " + folder
        + "schema.json";
  }

  private Result fromSides(FoundMigration unreadable, Schema declared) {
    if (sides.snapshots().size() < 2) {
      return Result.of(Problem.error(
          "BranchUnreadable",
          new Place.OfMigration(unreadable.id()),
          "migration \"" + unreadable.id() + "\" cannot be read, since "
              + unreadable.source().unreadable()
              + ", so schema.json is needed with both branches' sides to merge them",
          "bring the conflict back: git checkout --merge -- " + folder + "schema.json",
          "or write the migration with literals only"));
    }
    SnapshotMerge merge = new SnapshotMerge(
        sides.snapshots().get(0).schema(), sides.snapshots().get(1).schema(), declared);
    Schema merged = merge.schema();
    List<Problem> problems = new ArrayList<>();
    merge
        .undecided()
        .forEach(thing -> problems.add(Problem.error(
            "BranchesClash",
            new Place.OfMigration(graph.heads().get(graph.heads().size() - 1)),
            "both branches have changed " + thing + ", and the model is as neither of them has it",
            "give the model the one or the other, merge, then change it")));
    return new Result(snapshot(merged), problems);
  }
}
