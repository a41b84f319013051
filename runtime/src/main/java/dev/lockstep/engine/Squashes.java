package dev.lockstep.engine;

import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which migrations of a set stand for others. The others are its parts: those that it names and
 * those that a part of it stands for; their classes may be gone.
 */
final class Squashes {
  /** Squash to its parts. */
  private final Map<String, Set<String>> parts;

  /** Part to the squashes that it belongs to, innermost first. */
  private final Map<String, List<String>> owners;

  private Squashes(Map<String, Set<String>> parts, Map<String, List<String>> owners) {
    this.parts = parts;
    this.owners = owners;
  }

  /**
   * Those of a set.
   *
   * @throws dev.lockstep.UsageException if one stands for itself, or two stand for one migration
   *     and neither for the other
   */
  static Squashes of(Map<String, Entry> entries) {
    Map<String, Set<String>> parts = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      if (!entry.replaces().isEmpty()) {
        parts.put(entry.id(), partsOf(entry, entries));
      }
    }
    if (parts.isEmpty()) {
      return new Squashes(Map.of(), Map.of());
    }
    Map<String, List<String>> owners = new LinkedHashMap<>();
    parts.entrySet().stream()
        .sorted(Comparator.comparingInt(each -> each.getValue().size()))
        .forEach(each -> each.getValue()
            .forEach(
                part -> owners.computeIfAbsent(part, id -> new ArrayList<>()).add(each.getKey())));
    owners.forEach((part, all) -> requireNested(part, all, parts));
    return new Squashes(parts, owners);
  }

  private static Set<String> partsOf(Entry squash, Map<String, Entry> entries) {
    Set<String> all = new LinkedHashSet<>();
    collect(squash, entries, all);
    if (all.contains(squash.id())) {
      throw Failures.replacesItself(squash.id());
    }
    return all;
  }

  private static void collect(Entry squash, Map<String, Entry> entries, Set<String> all) {
    for (String id : squash.replaces()) {
      Entry part = entries.get(id);
      if (all.add(id) && part != null) {
        collect(part, entries, all);
      }
    }
  }

  private static void requireNested(
      String part, List<String> owners, Map<String, Set<String>> parts) {
    for (int i = 0; i + 1 < owners.size(); i++) {
      if (!parts.getOrDefault(owners.get(i + 1), Set.of()).contains(owners.get(i))) {
        throw Failures.replacedTwice(part, owners.get(i), owners.get(i + 1));
      }
    }
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Ids of the squashes, as registered. */
  Collection<String> ids() {
    return parts.keySet();
  }

  boolean isSquash(String id) {
    return parts.containsKey(id);
  }

  /** Whether a migration of the set stands for it. */
  boolean isReplaced(String id) {
    return owners.containsKey(id);
  }

  /** Ids that the squash stands for, in the order in which they are named. */
  Set<String> partsOf(String squash) {
    return parts.getOrDefault(squash, Set.of());
  }

  /**
   * What stands for that migration and has nothing else to stand for it; itself if nothing does.
   */
  String outermost(String id) {
    List<String> all = owners.getOrDefault(id, List.of());
    return all.isEmpty() ? id : all.get(all.size() - 1);
  }

  /** The squashes that it is a part of, innermost first. */
  List<String> ownersOf(String id) {
    return owners.getOrDefault(id, List.of());
  }

  /** What stands for it in the first place. */
  String innermost(String id) {
    return owners.getOrDefault(id, List.of(id)).get(0);
  }

  /** Whether a database came to the squash by its parts, of which it has applied some. */
  boolean isInParts(String squash, Set<String> applied) {
    return !Collections.disjoint(partsOf(squash), applied);
  }

  /** Whether the migration is never to be run there: one that stands for it is, or was. */
  boolean isCovered(String id, Set<String> applied) {
    for (String owner : ownersOf(id)) {
      if (applied.contains(owner) || !isInParts(owner, applied)) {
        return true;
      }
    }
    return false;
  }

  /** The ids and the parts of those that are squashes. */
  Set<String> withParts(Collection<String> ids) {
    Set<String> all = new HashSet<>(ids);
    for (String id : ids) {
      all.addAll(partsOf(id));
    }
    return all;
  }

  /** The ids but for the parts of those that are squashes, which those stand for. */
  Set<String> withoutParts(Collection<String> ids) {
    Set<String> all = new LinkedHashSet<>(ids);
    for (String id : ids) {
      all.removeAll(partsOf(id));
    }
    return all;
  }
}
