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

/** The migrations of one set and which comes after which; parents first, else as registered. */
public final class RevisionGraph {
  /** The state before the first migration. */
  public static final String BASE = "base";

  /** The state after all migrations. */
  public static final String HEAD = "head";

  private final Map<String, Entry> entries;
  private final List<String> heads;

  private RevisionGraph(Map<String, Entry> entries) {
    this.entries = entries;
    this.heads = tips(entries.keySet());
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
    for (Entry entry : registered) {
      for (String parent : entry.parents()) {
        if (!byId.containsKey(parent)) {
          throw Failures.parentMissing(entry.id(), parent);
        }
      }
    }
    return new RevisionGraph(sorted(byId.values()));
  }

  /** All migrations, parents first. */
  public Collection<Entry> entries() {
    return entries.values();
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
    Set<String> tips = new HashSet<>(ids);
    ids.forEach(id -> entry(id).parents().forEach(tips::remove));
    return entries.keySet().stream().filter(tips::contains).toList();
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
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(idOrBase.equals(BASE) ? List.of() : List.of(idOrBase));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (reached.add(id)) {
        open.addAll(entry(id).parents());
      }
    }
    return reached;
  }

  /** Fails if the database has applied what is not in this graph. */
  void requireKnown(Collection<String> applied) {
    List<String> unknown = applied.stream().filter(id -> !contains(id)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw Failures.databaseAhead(unknown);
    }
  }

  /** One sweep if parents are registered first, as they should be. */
  private static Map<String, Entry> sorted(Collection<Entry> registered) {
    Map<String, Entry> sorted = new LinkedHashMap<>();
    List<Entry> open = List.copyOf(registered);
    while (!open.isEmpty()) {
      List<Entry> later = new ArrayList<>();
      for (Entry entry : open) {
        if (sorted.keySet().containsAll(entry.parents())) {
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
}
