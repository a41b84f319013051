package dev.lockstep.processor;

import dev.lockstep.Phase;
import dev.lockstep.diff.Change;
import dev.lockstep.diff.PhaseSplit;
import dev.lockstep.diff.RollingPlan;
import dev.lockstep.diff.SchemaDiff;
import dev.lockstep.processor.snapshot.FoundMigration;
import dev.lockstep.processor.snapshot.MigrationChain;
import dev.lockstep.processor.snapshot.Snapshot;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be generated for one database: a migration, or two, of which the second waits until no
 * older version of the application runs.
 *
 * @param migrations each the parent of the next
 * @param after what is recorded once they are written
 */
record PlannedGeneration(List<PlannedMigration> migrations, Snapshot after) {
  PlannedGeneration {
    migrations = List.copyOf(migrations);
  }

  static PlannedGeneration of(
      Comparison comparison, MigrationChain chain, SchemaDiff diff, Options options) {
    Schema before = comparison.recorded().schema();
    Optional<RollingPlan> rolling =
        options.rolling() ? RollingPlan.of(diff.operations(), before) : Optional.empty();
    if (options.rolling()
        && rolling.isEmpty()
        && diff.changes().stream().anyMatch(Change.ColumnRenamed.class::isInstance)) {
      throw new IllegalStateException("a column that cannot have two names was not refused");
    }
    PhaseSplit split = rolling
        .map(RollingPlan::rest)
        .orElseGet(() -> options.online()
            ? PhaseSplit.of(diff.operations(), before)
            : PhaseSplit.undivided(diff.operations(), before));
    return new Planning(
            comparison, chain, split, rolling, String.valueOf(options.migrate()), options.online())
        .generation();
  }

  List<FoundMigration> found() {
    return migrations.stream().map(PlannedMigration::migration).toList();
  }

  /** What was done, in words. */
  String message(String database) {
    String ids = migrations.stream()
        .map(each -> "\"" + each.id() + "\"")
        .collect(Collectors.joining(" and "));
    return (migrations.size() == 1 ? "migration " : "migrations ") + ids + " of database \""
        + database + "\" " + (migrations.size() == 1 ? "was" : "were") + " written";
  }

  /** The files, in the order in which they are written, as one would type them. */
  Stream<String> files(MigrationFolder folder) {
    return Stream.concat(
        migrations.stream()
            .map(each -> MigrationFolder.shown(folder.sourceFile(each.id()))
                + (each.migration().phase() == Phase.CONTRACT
                    ? ", for when no older version of the application runs"
                    : "")),
        Stream.of(MigrationFolder.shown(folder.snapshotFile())));
  }
}
