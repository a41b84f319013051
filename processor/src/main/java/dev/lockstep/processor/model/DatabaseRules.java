package dev.lockstep.processor.model;

import dev.lockstep.processor.problem.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the databases of one compile must not share: a name, a package of migrations. */
final class DatabaseRules {
  private DatabaseRules() {}

  static void check(List<DatabaseElement> databases, Findings findings) {
    Map<String, DatabaseElement> byName = new HashMap<>();
    Map<String, DatabaseElement> byMigrations = new HashMap<>();
    for (DatabaseElement database : databases) {
      DatabaseElement sameName = byName.putIfAbsent(database.name(), database);
      DatabaseElement sameMigrations =
          byMigrations.putIfAbsent(database.migrationsPackage(), database);
      if (sameName != null) {
        findings.add(ModelProblems.databaseNameTaken(
            place(database, "name", findings), database.name(), sameName.packageName()));
      }
      if (sameMigrations != null) {
        findings.add(ModelProblems.migrationsTaken(
            place(database, "migrations", findings),
            database.migrationsPackage(),
            sameMigrations.packageName()));
      }
    }
  }

  private static Place place(DatabaseElement database, String attribute, Findings findings) {
    return findings
        .places()
        .at(Annotations.of(database.element()).find("Database").orElseThrow(), attribute);
  }
}
