package dev.lockstep.processor.snapshot;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Run;
import dev.lockstep.operation.Sql;
import dev.lockstep.processor.problem.DetectedChanges;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * Whether each downgrade leads back to the schema before its upgrade. Where nobody knows what a
 * step does, as with SQL that says nothing of its meaning, the way back is not judged.
 */
final class WaysBack {
  private final String folder;
  private final List<Problem> problems = new ArrayList<>();

  private WaysBack(String folder) {
    this.folder = folder;
  }

  /**
   * Those that lead elsewhere.
   *
   * @param graph of readable migrations that lead somewhere
   */
  static List<Problem> differing(MigrationGraph graph, String folder) {
    WaysBack ways = new WaysBack(folder);
    Schema before = Schema.EMPTY;
    for (FoundMigration migration : graph.inOrder()) {
      before = ways.check(migration, before);
    }
    graph.idleSquashes().stream()
        .filter(squash -> squash.source().isReadable())
        .forEach(squash -> ways.check(squash, Schema.EMPTY));
    return List.copyOf(ways.problems);
  }

  /** The schema after the upgrade. */
  private Schema check(FoundMigration migration, Schema before) {
    Schema after = Replay.after(migration, before);
    boolean unknown = Stream.of(migration.source().upgrade(), migration.source().downgrade())
        .flatMap(List::stream)
        .anyMatch(WaysBack::isUnknown);
    if (!unknown) {
      compare(migration, before, after);
    }
    return after;
  }

  private static boolean isUnknown(Operation step) {
    return step instanceof Run || (step instanceof Sql sql && sql.meaning() == null);
  }

  private void compare(FoundMigration migration, Schema before, Schema after) {
    try {
      Schema back = migration.source().before(after);
      if (!back.equals(before)) {
        List<String> changes = DetectedChanges.of(SchemaDiffer.changes(before, back));
        problems.add(problem(
            migration,
            "does not lead back to what was before it",
            Stream.of("what would differ then: " + String.join(", ", changes))));
      }
    } catch (IllegalStateException | IllegalArgumentException | NoSuchElementException e) {
      problems.add(problem(migration, "fails after its upgrade: " + e.getMessage(), Stream.of()));
    }
  }

  private Problem problem(FoundMigration migration, String flaw, Stream<String> besides) {
    return Problem.error(
        "DowngradeDiffers",
        new Place.OfMigration(migration.id()),
        "the downgrade of migration \"" + migration.id() + "\" " + flaw,
        Stream.concat(
                besides,
                Stream.of(
                    "undo the edit: git checkout HEAD -- " + folder + migration.id() + ".java",
                    "or say in SQL how it goes back, which is not judged: schema.sql(\"...\")"))
            .toArray(String[]::new));
  }
}
