package dev.lockstep.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An order of renames in which no name is ever taken: a chain from its free end, a circle by way of
 * a temporary name.
 */
final class RenameOrder {

  /** One rename. */
  record Step(String from, String to) {}

  private RenameOrder() {}

  /**
   * The steps that give each thing its new name.
   *
   * @param renames old name to new name
   * @param present all names before, the old ones among them
   */
  static List<Step> of(Map<String, String> renames, Set<String> present) {
    TreeMap<String, String> pending = new TreeMap<>();
    renames.forEach((from, to) -> {
      if (!from.equals(to)) {
        pending.put(from, to);
      }
    });
    Set<String> names = new HashSet<>(present);
    List<Step> steps = new ArrayList<>();
    while (!pending.isEmpty()) {
      String free = free(pending, names);
      String from = free.isEmpty() ? pending.firstKey() : free;
      String target = String.valueOf(pending.remove(from));
      String to = free.isEmpty() ? temporary(names) : target;
      if (free.isEmpty()) {
        pending.put(to, target);
      }
      steps.add(new Step(from, to));
      names.remove(from);
      names.add(to);
    }
    return steps;
  }

  private static String free(Map<String, String> pending, Set<String> names) {
    return pending.entrySet().stream()
        .filter(rename -> !names.contains(rename.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static String temporary(Set<String> names) {
    int number = 1;
    while (names.contains("lockstep_swap_" + number)) {
      number++;
    }
    return "lockstep_swap_" + number;
  }
}
