package dev.lockstep.processor.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which migration comes after which; a parent that is missing holds nothing up. A squash is no part
 * of it as long as everything that it stands for is there; once some of that is gone, it takes the
 * place of all of it.
 */
final class MigrationGraph {
  /** By number, though {@code M10000_X} is before {@code M9999_Y} in the alphabet. */
  private static final Comparator<String> BY_NUMBER = MigrationGraph::compare;

  private final Map<String, FoundMigration> found = new TreeMap<>(BY_NUMBER);

  /** Without those that others stand for, and with the parents that are there in their places. */
  private final Map<String, FoundMigration> migrations = new TreeMap<>(BY_NUMBER);

  /** What a squash has taken the place of, to its id. */
  private final Map<String, String> taken = new TreeMap<>();

  private final List<FoundMigration> idle;

  MigrationGraph(Collection<FoundMigration> migrations) {
    for (FoundMigration migration : migrations) {
      found.put(migration.id(), migration);
    }
    List<FoundMigration> whole = new ArrayList<>();
    for (FoundMigration migration : found.values()) {
      if (isIdle(migration)) {
        whole.add(migration);
      } else if (migration.isSquash()) {
        take(migration, migration.id());
      }
    }
    idle = List.copyOf(whole);
    for (FoundMigration migration : found.values()) {
      if (!isIdle(migration) && !taken.containsKey(migration.id())) {
        this.migrations.put(migration.id(), resolved(migration));
      }
    }
  }

  private static int compare(String one, String other) {
    int byLength = Integer.compare(numberLength(one), numberLength(other));
    return byLength == 0 ? one.compareTo(other) : byLength;
  }

  private static int numberLength(String id) {
    int end = id.indexOf('_');
    return end < 0 ? id.length() : end;
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
    Set<String> parents = new LinkedHashSet<>();
    for (String parent : migration.parents()) {
      parents.add(resolve(parent));
    }
    parents.remove(migration.id());
    return migration.withParents(List.copyOf(parents));
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
    Set<String> ids = new LinkedHashSet<>();
    for (FoundMigration migration : inOrder()) {
      ids.add(migration.id());
    }
    for (FoundMigration migration : idle) {
      ids.add(migration.id());
    }
    ids.addAll(taken.keySet());
    List<FoundMigration> all = new ArrayList<>();
    for (String id : ids) {
      FoundMigration migration = found.get(id);
      if (migration != null) {
        all.add(migration);
      }
    }
    return List.copyOf(all);
  }

  Collection<FoundMigration> migrations() {
    return migrations.values();
  }

  /** The same with the parents that their classes name; by number. */
  List<FoundMigration> written() {
    List<FoundMigration> written = new ArrayList<>();
    for (FoundMigration migration : found.values()) {
      if (migrations.containsKey(migration.id())) {
        written.add(migration);
      }
    }
    return List.copyOf(written);
  }

  boolean contains(String id) {
    return migrations.containsKey(id);
  }

  /** Ids that no migration names as its parent. */
  List<String> heads() {
    NavigableSet<String> heads = new TreeSet<>(migrations.keySet());
    for (FoundMigration migration : migrations.values()) {
      heads.removeAll(migration.parents());
    }
    return List.copyOf(heads);
  }

  /**
   * The migrations that can be reached from the beginning, each after its parents, else by number.
   */
  List<FoundMigration> inOrder() {
    Map<String, Set<String>> open = openParents();
    Map<String, List<String>> children = children();
    NavigableSet<String> ready = new TreeSet<>(BY_NUMBER);
    for (String id : migrations.keySet()) {
      if (isReady(open, id)) {
        ready.add(id);
      }
    }
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
    for (Map.Entry<String, FoundMigration> each : migrations.entrySet()) {
      Set<String> parents = new TreeSet<>(each.getValue().parents());
      parents.retainAll(migrations.keySet());
      open.put(each.getKey(), parents);
    }
    return open;
  }

  private Map<String, List<String>> children() {
    Map<String, List<String>> children = new TreeMap<>();
    for (Map.Entry<String, FoundMigration> each : migrations.entrySet()) {
      for (String parent : new TreeSet<>(each.getValue().parents())) {
        List<String> known = children.get(parent);
        if (known == null) {
          known = new ArrayList<>();
          children.put(parent, known);
        }
        known.add(each.getKey());
      }
    }
    return children;
  }
}
