package dev.lockstep.engine;

import dev.lockstep.MigrationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the migration sets that compiled code brings as services. */
public final class MigrationSets {
  private MigrationSets() {}

  /**
   * The set of that name, or the only one if the name is empty.
   *
   * @throws dev.lockstep.UsageException if there is none or more than one
   */
  public static MigrationSet find(String name) {
    List<MigrationSet> sets = all();
    List<String> names =
        sets.stream().map(MigrationSet::name).distinct().sorted().toList();
    if (sets.isEmpty()) {
      throw Failures.noMigrationSet();
    }
    if (name.isEmpty() && names.size() > 1) {
      throw Failures.severalMigrationSets(names);
    }
    String wanted = name.isEmpty() ? names.get(0) : name;
    List<MigrationSet> found =
        sets.stream().filter(set -> set.name().equals(wanted)).toList();
    if (found.isEmpty()) {
      throw Failures.unknownMigrationSet(name, names);
    }
    if (found.size() > 1) {
      throw Failures.migrationSetTwice(
          wanted, found.stream().map(set -> set.getClass().getName()).sorted().toList());
    }
    return found.get(0);
  }

  /** Those that the thread's class loader sees; if none, those beside this library. */
  private static List<MigrationSet> all() {
    try {
      List<MigrationSet> sets = new ArrayList<>();
      ServiceLoader.load(MigrationSet.class).forEach(sets::add);
      if (sets.isEmpty()) {
        ServiceLoader.load(MigrationSet.class, MigrationSets.class.getClassLoader())
            .forEach(sets::add);
      }
      return sets;
    } catch (ServiceConfigurationError e) {
      throw Failures.brokenMigrationSet(e);
    }
  }
}
