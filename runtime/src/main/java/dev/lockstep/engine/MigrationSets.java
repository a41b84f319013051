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
    if (sets.isEmpty()) {
      throw Failures.noMigrationSet();
    }
    // The usual case by itself: each first lambda and stream costs a new JVM milliseconds.
    if (sets.size() == 1 && (name.isEmpty() || sets.get(0).name().equals(name))) {
      return sets.get(0);
    }
    return find(name, sets);
  }

  private static MigrationSet find(String name, List<MigrationSet> sets) {
    List<String> names =
        sets.stream().map(MigrationSet::name).distinct().sorted().toList();
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
      for (MigrationSet set : ServiceLoader.load(MigrationSet.class)) {
        sets.add(set);
      }
      if (sets.isEmpty()) {
        ClassLoader own = MigrationSets.class.getClassLoader();
        for (MigrationSet set : ServiceLoader.load(MigrationSet.class, own)) {
          sets.add(set);
        }
      }
      return sets;
    } catch (ServiceConfigurationError e) {
      throw Failures.brokenMigrationSet(e);
    }
  }
}
