package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two branches that have written a migration of one name each. Only one file of that name is left
 * after a merge, or a mixture; databases have recorded either.
 */
final class WrittenTwice {
  private final MigrationGraph graph;
  private final SnapshotSides sides;

  WrittenTwice(MigrationGraph graph, SnapshotSides sides) {
    this.graph = graph;
    this.sides = sides;
  }

  /**
   * The problem at the only head, if there is one.
   *
   * @throws Replay.BrokenException if a migration cannot follow what is before it
   */
  Optional<Problem> problem(String folder) {
    List<String> heads = graph.heads();
    if (!sides.inConflict() || heads.size() != 1) {
      return Optional.empty();
    }
    // A branch that has all of the other is one side of the conflict as it was: git can merge
    // nothing into it. So each side that ends with the head is what the migrations lead to.
    List<Snapshot> ends =
        sides.snapshots().stream().filter(side -> resolved(side).equals(heads)).toList();
    boolean elsewhere = ends.stream().map(Snapshot::schema).distinct().count() > 1
        || ends.stream().anyMatch(this::isElsewhere);
    if (!elsewhere) {
      return Optional.empty();
    }
    Optional<String> earlier = sides.snapshots().stream()
        .map(this::resolved)
        .filter(ids -> ids.size() == 1 && !ids.equals(heads) && graph.contains(ids.get(0)))
        .map(ids -> ids.get(0))
        .findFirst();
    return Optional.of(
        earlier.isPresent()
            ? goneOn(earlier.get(), sides.snapshots().indexOf(ends.get(0)) == 0, folder)
            : both(heads.get(0), folder));
  }

  private List<String> resolved(Snapshot side) {
    return side.heads().stream().map(graph::resolve).toList();
  }

  private boolean isElsewhere(Snapshot end) {
    return Replay.unreadable(graph.migrations()).isEmpty()
        && !Replay.of(graph.inOrder(), Schema.EMPTY).equals(end.schema());
  }

  /** Both branches end with it. */
  private static Problem both(String id, String folder) {
    String files = files(id, folder);
    return problem(
        id,
        "keep this branch's, after a downgrade of databases that have the other: git checkout HEAD"
            + files,
        "keep the other's, after a downgrade of databases that have this branch's: git checkout"
            + " --theirs" + files);
  }

  /** One branch has more migrations after it, so that one's stays. */
  private static Problem goneOn(String id, boolean ours, String folder) {
    return problem(
        id,
        "keep that of the branch that goes on, after a downgrade of databases that have the other:"
            + " git checkout " + (ours ? "HEAD" : "--theirs") + files(id, folder));
  }

  private static String files(String id, String folder) {
    return " -- " + folder + id + ".java " + folder + "schema.json";
  }

  private static Problem problem(String id, String... ways) {
    return Problem.error(
        "MigrationTwice",
        new Place.OfMigration(id),
        "migration \"" + id + "\" was written on both branches, and only one file of that name is"
            + " left",
        Stream.concat(
                Stream.of(ways),
                Stream.of("then generate what is missing: mvn compile -Dlockstep.migrate=\"...\""))
            .toArray(String[]::new));
  }
}
