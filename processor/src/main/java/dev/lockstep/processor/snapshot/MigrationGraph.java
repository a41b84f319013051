package dev.lockstep.processor.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which migration comes after which; a parent that is missing holds nothing up. A squash is no part
 * of it as long as everything that it stands for is there; once some of that is gone, it takes the
 * place of all of it.
 */
final class MigrationGraph {
  /** By number, though {@code M10000_X} is before {@code M9999_Y} in the alphabet. */
  private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(
          (String id) -> id.indexOf('_') < 0 ? id.length() : id.indexOf('_'))
      .thenComparing(Comparator.naturalOrder());

  private final Map<String, FoundMigration> found = new TreeMap<>(BY_NUMBER);

  /** Without those that others stand for, and with the parents that are there in their places. */
  private final Map<String, FoundMigration> migrations = new TreeMap<>(BY_NUMBER);

  /** What a squash has taken the place of, to its id. */
  private final Map<String, String> taken = new TreeMap<>();

  private final List<FoundMigration> idle;

  MigrationGraph(Collection<FoundMigration> migrations) {
    migrations.forEach(migration -> found.put(migration.id(), migration));
    idle = found.values().stream().filter(this::isIdle).toList();
    found.values().stream()
        .filter(each -> each.isSquash() && !idle.contains(each))
        .forEach(squash -> take(squash, squash.id()));
    found.forEach((id, migration) -> {
      if (!idle.contains(migration) && !taken.containsKey(id)) {
        this.migrations.put(id, resolved(migration));
      }
    });
  }

  private boolean isIdle(FoundMigration migration) {
    return migration.isSquash() && found.keySet().containsAll(migration.replaces());
  }

  private void take(FoundMigration squash, String place) {
    for (String part : squash.replaces()) {
      FoundMigration known = found.get(part);
      if (!part.equals(place) && taken.put(part, place) == null && known != null) {
        take(known, place);
      }
    }
  }

  private FoundMigration resolved(FoundMigration migration) {
    return migration.withParents(migration.parents().stream()
        .map(this::resolve)
        .filter(parent -> !parent.equals(migration.id()))
        .distinct()
        .toList());
  }

  /** The id of what stands in the place of that migration; its own if nothing does. */
  String resolve(String id) {
    String place = id;
    for (String next = taken.get(id); next != null; next = taken.get(next)) {
      place = next;
    }
    return place;
  }

  /** Squashes whose parts are all there. */
  List<FoundMigration> idleSquashes() {
    return idle;
  }

  /** All that was found, as it was found; those of the graph first, in its order. */
  List<FoundMigration> everything() {
    return Stream.of(
            inOrder().stream().map(FoundMigration::id),
            idle.stream().map(FoundMigration::id),
            taken.keySet().stream())
        .flatMap(ids -> ids)
        .distinct()
        .filter(found::containsKey)
        .map(found::get)
        .toList();
  }

  Collection<FoundMigration> migrations() {
    return migrations.values();
  }

  /** The same with the parents that their classes name; by number. */
  List<FoundMigration> written() {
    return migrations.keySet().stream().map(found::get).toList();
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
    List<FoundMigration> sorted = new ArrayList<>();
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

  /** That migration and all after it, which cannot stay without it; in the order of the graph. */
  List<FoundMigration> from(String id) {
    Set<String> reached = new TreeSet<>(List.of(id));
    List<FoundMigration> from = new ArrayList<>();
    for (FoundMigration migration : inOrder()) {
      if (migration.id().equals(id) || !Collections.disjoint(migration.parents(), reached)) {
        reached.add(migration.id());
        from.add(migration);
      }
    }
    return from;
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
