package dev.lockstep.processor.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What each {@code renamedFrom} among things of one kind means, new name to old name; swaps and
 * chains are as good as any.
 *
 * @param recorded names that the recorded schema has
 * @param declared names that the model has
 * @param hints declared name to the name that it had
 * @param alike whether a declared thing and a recorded thing, by their names, are the same but for
 *     the name
 */
record Renames<K extends Comparable<K>>(
    Set<K> recorded, Set<K> declared, SortedMap<K, K> hints, BiPredicate<K, K> alike) {

  /** What became of one of them. */
  enum Outcome {
    /** To be migrated. */
    PENDING,
    /** The new name is recorded, the old one is not. */
    DONE,
    /** All stand where they are recorded. */
    IDLE,
    /** Nothing recorded has the old name. */
    UNKNOWN,
    /** Another has the same old name. */
    SHARED,
    /** The model still has something of the old name. */
    STILL_DECLARED,
    /** The new name is recorded too, and does not go. */
    BOTH_RECORDED,
    /** A swap with other changes, and nothing tells whether it is migrated already. */
    UNCLEAR_SWAP,
    /** A swap of things that are alike: nothing would tell whether it is migrated already. */
    SWAP_OF_TWINS,
    /** Hangs on another that is wrong. */
    DRAWN_IN
  }

  SortedMap<K, Outcome> outcomes() {
    SortedMap<K, Outcome> outcomes = new TreeMap<>();
    hints.forEach((newName, oldName) -> outcomes.put(newName, first(newName, oldName)));
    boolean again = true;
    for (boolean roots = true; again; roots = false) {
      SortedMap<K, Outcome> refused = refused(outcomes, roots);
      outcomes.putAll(refused);
      again = !refused.isEmpty();
    }
    return outcomes;
  }

  private Outcome first(K newName, K oldName) {
    if (!recorded.contains(oldName)) {
      return recorded.contains(newName) ? Outcome.DONE : Outcome.UNKNOWN;
    }
    if (newName.equals(oldName)) {
      return Outcome.IDLE;
    }
    if (Collections.frequency(hints.values(), oldName) > 1) {
      return Outcome.SHARED;
    }
    List<K> cycle = cycle(newName);
    return cycle.isEmpty() ? Outcome.PENDING : swapped(cycle);
  }

  /** The new names of the cycle that the name is in; empty if it is in none. */
  private List<K> cycle(K start) {
    List<K> names = new ArrayList<>(List.of(start));
    K name = hints.get(start);
    while (name != null && !names.contains(name)) {
      names.add(name);
      name = hints.get(name);
    }
    return start.equals(name) ? names : List.of();
  }

  /** Names alone cannot tell a swap that is to come from one that was. */
  private Outcome swapped(Collection<K> cycle) {
    boolean before =
        cycle.stream().allMatch(name -> alike.test(name, hints.getOrDefault(name, name)));
    boolean after = cycle.stream().allMatch(name -> alike.test(name, name));
    if (before) {
      return after ? Outcome.SWAP_OF_TWINS : Outcome.PENDING;
    }
    return after ? Outcome.IDLE : Outcome.UNCLEAR_SWAP;
  }

  private SortedMap<K, Outcome> refused(Map<K, Outcome> outcomes, boolean roots) {
    SortedMap<K, K> pending = new TreeMap<>(hints);
    pending.keySet().removeIf(name -> outcomes.get(name) != Outcome.PENDING);
    SortedMap<K, Outcome> refused = new TreeMap<>();
    pending.forEach((newName, oldName) -> {
      boolean free = !recorded.contains(newName) || pending.containsValue(newName);
      boolean gone = !declared.contains(oldName) || pending.containsKey(oldName);
      if (!free || !gone) {
        Outcome root = free ? Outcome.STILL_DECLARED : gone ? Outcome.BOTH_RECORDED : Outcome.IDLE;
        refused.put(newName, roots || root == Outcome.IDLE ? root : Outcome.DRAWN_IN);
      }
    });
    return refused;
  }
}
