package dev.lockstep.processor;

import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.snapshot.SnapshotException;
import dev.lockstep.processor.snapshot.SnapshotSides;
import dev.lockstep.schema.Schema;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Migrations in the source tree that belong to no database, since its package or theirs was
 * renamed: a database without any would begin anew.
 */
final class ForsakenMigrations {
  private final MigrationFolder expected;
  private final Set<String> taken;

  /**
   * Those beside a folder.
   *
   * @param expected without migrations
   * @param databases of the compile, whose migrations are none of these
   */
  ForsakenMigrations(MigrationFolder expected, List<DatabaseElement> databases) {
    this.expected = expected;
    this.taken =
        databases.stream().map(DatabaseElement::migrationsPackage).collect(Collectors.toSet());
  }

  /** The first, if its snapshot has a table of that schema. */
  Optional<Problem> of(DatabaseElement database, Schema declared) throws IOException {
    List<MigrationFolder> others = SourceTree.named("schema.json", expected.root()).stream()
        .map(file -> expected.root().relativize(file.getParent()))
        .map(folder -> folder.toString().replace('\\', '.').replace('/', '.'))
        .filter(name -> !taken.contains(name))
        .map(name -> new MigrationFolder(expected.root(), name))
        .toList();
    for (MigrationFolder other : others) {
      if (!other.classNames().isEmpty() && isOf(other, declared)) {
        return Optional.of(forsaken(database, other));
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(MigrationFolder folder, Schema declared) throws IOException {
    try {
      return folder
          .snapshot()
          .map(SnapshotSides::union)
          .filter(snapshot -> !Collections.disjoint(
              snapshot.schema().tables().keySet(), declared.tables().keySet()))
          .isPresent();
    } catch (SnapshotException e) {
      return false;
    }
  }

  private Problem forsaken(DatabaseElement database, MigrationFolder other) {
    return Problem.error(
        "MigrationsForsaken",
        new Place.OfDatabase(),
        "database \"" + database.name() + "\" has no migrations in " + expected.shown()
            + ", but those in " + other.shown() + " have its tables and belong to no database",
        "keep them there: @Database(migrations = \"" + other.packageName() + "\")",
        "move them: all files of that folder to " + expected.shown() + ", and write package "
            + expected.packageName() + "; in each migration");
  }
}
