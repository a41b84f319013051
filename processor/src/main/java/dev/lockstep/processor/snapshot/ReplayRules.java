package dev.lockstep.processor.snapshot;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.processor.problem.DetectedChanges;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.stream.Stream;

/** Whether the migrations, as they are now, lead to what the snapshot records. */
final class ReplayRules {
  private ReplayRules() {}

  /** A migration was edited so that it does not fit what is before it. */
  static Problem broken(Replay.BrokenException broken, String folder) {
    return Problem.error(
        "MigrationBroken",
        new Place.OfMigration(broken.migration()),
        "migration \"" + broken.migration() + "\" cannot follow what is before it: "
            + broken.getMessage(),
        "undo the edit, of this or an earlier one: git checkout HEAD -- " + folder);
  }

  /**
   * A migration was edited so that it leads elsewhere.
   *
   * @param replayed what the migrations lead to
   */
  static Problem differs(
      String head, Schema replayed, Schema recorded, Schema declared, String folder) {
    List<String> besides = DetectedChanges.of(SchemaDiffer.changes(recorded, replayed)).stream()
        .map(change -> "the migrations besides: " + change)
        .toList();
    String keep = replayed.equals(declared)
        ? "keep it, since the model says the same: mvn compile -Dlockstep.migrate=\"...\""
            + " writes schema.json anew"
        : "keep it: give the model what the migrations say, then mvn compile"
            + " -Dlockstep.migrate=\"...\" writes schema.json anew";
    return Problem.error(
        "ReplayDiffers",
        new Place.OfMigration(head),
        "the migrations up to \"" + head + "\" lead to another schema than schema.json records",
        Stream.concat(
                besides.stream(),
                Stream.of(
                    "undo the edit of a migration: git checkout HEAD -- " + folder,
                    keep,
                    "a step in SQL: say what it does to the schema:"
                        + " schema.sql(\"...\").meaning(effect -> effect.addColumn(...))"))
            .toArray(String[]::new));
  }
}
