package dev.lockstep.processor.snapshot;

import dev.lockstep.processor.problem.Place;
import dev.lockstep.processor.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether each migration says, as far as it alone can, what it comes after. */
final class ParentRules {
  private final List<FoundMigration> migrations;
  private final String folder;

  /**
   * The rules for these.
   *
   * @param migrations those of the graph, by number, with the parents that their classes name
   */
  ParentRules(Collection<FoundMigration> migrations, String folder) {
    this.migrations = List.copyOf(migrations);
    this.folder = folder;
  }

  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (FoundMigration migration : migrations) {
      flaw(migration).ifPresent(flaw -> problems.add(problem(migration, flaw)));
    }
    return List.copyOf(problems);
  }

  private Optional<String> flaw(FoundMigration migration) {
    if (migration.parents().stream().anyMatch(String::isBlank)) {
      return Optional.of("names a parent without a name");
    }
    if (migration.parents().contains(migration.id())) {
      return Optional.of("names itself as its parent");
    }
    // Branches that have both begun from nothing begin with the same number.
    boolean first = migration.isSquash()
        || !migration.parents().isEmpty()
        || number(migration).equals(number(migrations.get(0)));
    return first ? Optional.empty() : Optional.of("names no parent, though it is not the first");
  }

  private static String number(FoundMigration migration) {
    int end = migration.id().indexOf('_');
    return migration.id().substring(0, Math.max(0, end));
  }

  private Problem problem(FoundMigration migration, String flaw) {
    int at = migrations.indexOf(migration);
    String parents = at == 0 ? "{}" : "\"" + migrations.get(at - 1).id() + "\"";
    Stream<String> fixes = Stream.of(
        "undo the edit: git checkout HEAD -- " + folder + migration.id() + ".java",
        (at == 0 ? "it is the first: parents = " : "name what comes right before it: parents = ")
            + parents);
    return Problem.error(
        "MigrationInvalid",
        new Place.OfMigration(migration.id()),
        "migration \"" + migration.id() + "\" " + flaw,
        fixes.toArray(String[]::new));
  }
}
