package dev.lockstep.engine;

import dev.lockstep.MigrationSet.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The migrations of one set and which comes after which; parents first, else as registered. A
 * squash comes after its parts, and what came after a part comes after the squash.
 */
public final class RevisionGraph {
  /** The state before the first migration. */
  public static final String BASE = "base";

  /** The state after all migrations. */
  public static final String HEAD = "head";

  private final Map<String, Entry> entries;
  private final Squashes squashes;
  private final List<String> heads;

  private RevisionGraph(Map<String, Entry> entries, Squashes squashes) {
    this.entries = entries;
    this.squashes = squashes;
    this.heads = tips(squashes.withoutParts(entries.keySet()));
  }

  /**
   * The graph of these migrations, given in any order.
   *
   * @throws dev.lockstep.UsageException if two have one id, or a parent is missing or comes after
   *     its child
   */
  public static RevisionGraph of(List<Entry> registered) {
    Map<String, Entry> byId = new LinkedHashMap<>();
    for (Entry entry : registered) {
      if (byId.put(entry.id(), entry) != null) {
        throw Failures.duplicateRevision(entry.id());
      }
    }
    Squashes squashes = Squashes.of(byId);
    for (Entry entry : registered) {
      for (String parent : entry.parents()) {
        if (!byId.containsKey(parent) && !squashes.isReplaced(parent)) {
          throw Failures.parentMissing(entry.id(), parent);
        }
      }
    }
    return new RevisionGraph(sorted(byId, squashes), squashes);
  }

  Squashes squashes() {
    return squashes;
  }

  /**
   * What comes right before the migration. A part has other parts of its squash before it, as far
   * as their classes are there; all else has whole squashes.
   */
  List<String> parents(String id) {
    return parents(entry(id), entries, squashes);
  }

  private static List<String> parents(Entry entry, Map<String, Entry> entries, Squashes squashes) {
    if (squashes.isEmpty()) {
      return entry.parents();
    }
    Set<String> siblings = squashes.partsOf(squashes.innermost(entry.id()));
    return entry.parents().stream()
        .filter(parent -> !siblings.contains(parent) || entries.containsKey(parent))
        .map(parent -> siblings.contains(parent) ? parent : squashes.outermost(parent))
        .filter(parent -> !parent.equals(entry.id()))
        .filter(parent -> !squashes.partsOf(parent).contains(entry.id()))
        .distinct()
        .toList();
  }

  /** All migrations, parents first. */
  public Collection<Entry> entries() {
    return entries.values();
  }

  /** Those that nothing stands for; what stood for a parent is the parent. */
  public List<Entry> withoutReplaced() {
    return entries.values().stream()
        .filter(entry -> !squashes.isReplaced(entry.id()))
        .map(entry -> new Entry(
            entry.id(),
            parents(entry.id()),
            entry.description(),
            entry.fingerprint(),
            entry.replaces(),
            entry.phase()))
        .toList();
  }

  public boolean contains(String id) {
    return entries.containsKey(id);
  }

  /** The migration with that id, which must be there. */
  public Entry entry(String id) {
    Entry entry = entries.get(id);
    if (entry == null) {
      throw new IllegalArgumentException(id);
    }
    return entry;
  }

  /** Ids that no other migration names as its parent; several while branches are not merged. */
  public List<String> heads() {
    return heads;
  }

  /** Those of the given ids that none of the others has for a parent; parents first. */
  public List<String> tips(Collection<String> ids) {
    Set<String> open = new HashSet<>(ids);
    for (String id : ids) {
      if (contains(id)) {
        open.removeAll(parents(id));
        open.removeAll(squashes.partsOf(id));
      }
    }
    List<String> tips = new ArrayList<>();
    for (String id : entries.keySet()) {
      if (open.contains(id)) {
        tips.add(id);
      }
    }
    return List.copyOf(tips);
  }

  /**
   * The full id that a person meant: an id, a prefix of only one, {@code head} or {@code base}.
   *
   * @return an id of this graph or {@link #BASE}
   * @throws dev.lockstep.UsageException if nothing or several things can be meant
   */
  public String resolve(String typed) {
    if (typed.isBlank()) {
      throw Failures.emptyRevision();
    }
    if (typed.equals(BASE) || contains(typed)) {
      return typed;
    }
    if (typed.equals(HEAD)) {
      return head();
    }
    List<String> candidates =
        entries.keySet().stream().filter(id -> id.startsWith(typed)).toList();
    if (candidates.size() == 1) {
      return candidates.get(0);
    }
    throw candidates.isEmpty()
        ? Failures.unknownRevision(typed, entries.keySet())
        : Failures.ambiguousRevision(typed, candidates);
  }

  private String head() {
    if (heads.size() > 1) {
      throw Failures.severalHeads(heads);
    }
    return heads.isEmpty() ? BASE : heads.get(0);
  }

  /** What is applied in a database that is at that state: the migration and all before it. */
  public Set<String> upTo(String idOrBase) {
    return upTo(idOrBase.equals(BASE) ? List.of() : List.of(idOrBase));
  }

  /** The same for several; the parts of a squash are not among them. */
  Set<String> upTo(Collection<String> ids) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      String id = open.pop();
      if (reached.add(id)) {
        open.addAll(parents(id));
      }
    }
    return reached;
  }

  /** Whether the code has it, or stands for it. */
  boolean isKnown(String id) {
    return contains(id) || squashes.isReplaced(id);
  }

  /** Fails if one of the known ids has no class any more, so that nobody knows what it did. */
  void requireClasses(Collection<String> ids) {
    ids.stream().filter(id -> !contains(id)).sorted().findFirst().ifPresent(id -> {
      throw Failures.partsMissing(squashes.outermost(id), List.of(id));
    });
  }

  /** Fails if the database has applied what is not in this graph. */
  void requireKnown(Collection<String> applied) {
    SortedSet<String> unknown = new TreeSet<>();
    for (String id : applied) {
      if (!isKnown(id)) {
        unknown.add(id);
      }
    }
    if (!unknown.isEmpty()) {
      throw Failures.databaseAhead(List.copyOf(unknown));
    }
  }

  /** One sweep if parents are registered first, as they should be. */
  private static Map<String, Entry> sorted(Map<String, Entry> registered, Squashes squashes) {
    Map<String, Entry> sorted = new LinkedHashMap<>();
    List<Entry> open = List.copyOf(registered.values());
    while (!open.isEmpty()) {
      List<Entry> later = new ArrayList<>();
      for (Entry entry : open) {
        if (isReady(entry, registered, squashes, sorted.keySet())) {
          sorted.put(entry.id(), entry);
        } else {
          later.add(entry);
        }
      }
      if (later.size() == open.size()) {
        throw Failures.circle(later.stream().map(Entry::id).toList());
      }
      open = later;
    }
    return sorted;
  }

  private static boolean isReady(
      Entry entry, Map<String, Entry> registered, Squashes squashes, Set<String> sorted) {
    if (!sorted.containsAll(parents(entry, registered, squashes))) {
      return false;
    }
    for (String part : squashes.partsOf(entry.id())) {
      if (!sorted.contains(part) && registered.containsKey(part)) {
        return false;
      }
    }
    return true;
  }
}
