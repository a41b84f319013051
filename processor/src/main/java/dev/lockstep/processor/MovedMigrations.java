package dev.lockstep.processor;

import dev.lockstep.processor.generate.JavaTokens;
import dev.lockstep.processor.model.DatabaseElement;
import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import dev.lockstep.processor.snapshot.FoundMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Migrations that others name, and that are in another folder of the source tree than these. */
final class MovedMigrations {
  private final MigrationFolder folder;
  private final Set<Path> taken;

  /**
   * Those of one database.
   *
   * @param folder where they belong
   * @param databases of the compile, whose migrations are none of these
   */
  MovedMigrations(MigrationFolder folder, List<DatabaseElement> databases) {
    this.folder = folder;
    this.taken = databases.stream()
        .map(database -> new MigrationFolder(folder.root(), database.migrationsPackage()).path())
        .collect(Collectors.toSet());
  }

  /** One problem each, sorted by id. */
  List<Problem> of(List<FoundMigration> found, Collection<String> heads) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (String id : missing(found, heads)) {
      elsewhere(id).ifPresent(file -> problems.add(moved(id, file)));
    }
    return problems;
  }

  private static Set<String> missing(List<FoundMigration> found, Collection<String> heads) {
    Set<String> missing = new TreeSet<>(heads);
    found.forEach(migration -> missing.addAll(migration.parents()));
    found.forEach(migration -> missing.remove(migration.id()));
    found.forEach(migration -> missing.removeAll(migration.replaces()));
    return missing;
  }

  private Optional<Path> elsewhere(String id) throws IOException {
    List<Path> files = SourceTree.named(id + ".java", folder.root()).stream()
        .filter(file -> !taken.contains(file.getParent()))
        .toList();
    for (Path file : files) {
      if (isMigration(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static boolean isMigration(Path file) throws IOException {
    List<String> tokens =
        JavaTokens.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    return Collections.indexOfSubList(tokens, List.of("@", "Revision")) >= 0;
  }

  private Problem moved(String id, Path file) {
    String place = MigrationFolder.shown(folder.sourceFile(id));
    return Problem.error(
        "MigrationMoved",
        new Place.OfDatabase(),
        "migration \"" + id + "\" is no longer in " + folder.shown() + ", but in "
            + MigrationFolder.shown(file),
        "take it back: mv " + MigrationFolder.shown(file) + " " + place
            + (folder.packageName().isEmpty()
                ? ""
                : ", with package " + folder.packageName() + ";"));
  }
}
