package dev.lockstep.processor.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which migration comes after which; a parent that is missing holds nothing up. */
final class MigrationGraph {
  /** By number, though {@code M10000_X} is before {@code M9999_Y} in the alphabet. */
  private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(
          (String id) -> id.indexOf('_') < 0 ? id.length() : id.indexOf('_'))
      .thenComparing(Comparator.naturalOrder());

  private final Map<String, FoundMigration> migrations = new TreeMap<>(BY_NUMBER);

  MigrationGraph(Collection<FoundMigration> found) {
    found.forEach(migration -> migrations.put(migration.id(), migration));
  }

  Collection<FoundMigration> migrations() {
    return migrations.values();
  }

  boolean contains(String id) {
    return migrations.containsKey(id);
  }

  /** Ids that no migration names as its parent. */
  List<String> heads() {
    NavigableSet<String> heads = new TreeSet<>(migrations.keySet());
    migrations.values().forEach(migration -> heads.removeAll(migration.parents()));
    return List.copyOf(heads);
  }

  /**
   * The migrations that can be reached from the beginning, each after its parents, else by number.
   */
  List<FoundMigration> inOrder() {
    Map<String, Set<String>> open = openParents();
    Map<String, List<String>> children = children();
    NavigableSet<String> ready = new TreeSet<>(BY_NUMBER);
    migrations.keySet().stream().filter(id -> isReady(open, id)).forEach(ready::add);
    Set<FoundMigration> sorted = new LinkedHashSet<>();
    while (!ready.isEmpty()) {
      String id = ready.first();
      ready.remove(id);
      sorted.add(migrations.get(id));
      for (String child : children.getOrDefault(id, List.of())) {
        open.getOrDefault(child, Set.of()).remove(id);
        if (isReady(open, child)) {
          ready.add(child);
        }
      }
    }
    return List.copyOf(sorted);
  }

  /** That migration and all before it, as far as they are there; in the order of the graph. */
  List<FoundMigration> upTo(String id) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(id));
    while (!open.isEmpty()) {
      String next = open.pop();
      FoundMigration migration = migrations.get(next);
      if (migration != null && reached.add(next)) {
        open.addAll(migration.parents());
      }
    }
    return inOrder().stream().filter(each -> reached.contains(each.id())).toList();
  }

  private static boolean isReady(Map<String, Set<String>> open, String id) {
    return open.getOrDefault(id, Set.of()).isEmpty();
  }

  private Map<String, Set<String>> openParents() {
    Map<String, Set<String>> open = new TreeMap<>();
    migrations.forEach((id, migration) -> {
      Set<String> parents = new TreeSet<>(migration.parents());
      parents.retainAll(migrations.keySet());
      open.put(id, parents);
    });
    return open;
  }

  private Map<String, List<String>> children() {
    Map<String, List<String>> children = new TreeMap<>();
    migrations.forEach((id, migration) -> migration.parents().stream()
        .distinct()
        .forEach(
            parent -> children.computeIfAbsent(parent, key -> new ArrayList<>()).add(id)));
    return children;
  }
}
