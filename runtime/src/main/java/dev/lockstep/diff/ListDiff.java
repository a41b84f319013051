package dev.lockstep.diff;

import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How two lists of named things differ; every list in the order of the one that it is from.
 *
 * @param renamed equal in all but their names, which are not both in both lists
 * @param changed of one name, but not equal
 */
record ListDiff<T extends Named>(
    List<T> removed, List<T> added, List<Pair<T>> renamed, List<Pair<T>> changed) {

  /** The same thing before and after. */
  record Pair<T>(T from, T to) {}

  /**
   * The difference.
   *
   * @param same whether two things are equal apart from their names
   */
  static <T extends Named> ListDiff<T> of(
      NamedList<T> from, NamedList<T> to, BiPredicate<T, T> same) {
    List<Pair<T>> renamed = renamed(from, to, same);
    Set<String> renamedFrom = new HashSet<>();
    Set<String> renamedTo = new HashSet<>();
    renamed.forEach(pair -> {
      renamedFrom.add(pair.from().name());
      renamedTo.add(pair.to().name());
    });
    List<Pair<T>> changed = new ArrayList<>();
    for (T item : from) {
      to.find(item.name())
          .filter(each -> !same.test(item, each))
          .ifPresent(each -> changed.add(new Pair<>(item, each)));
    }
    return new ListDiff<>(
        without(from, to.names(), renamedFrom),
        without(to, from.names(), renamedTo),
        renamed,
        changed);
  }

  private static <T extends Named> List<Pair<T>> renamed(
      NamedList<T> from, NamedList<T> to, BiPredicate<T, T> same) {
    List<Pair<T>> renamed = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (T item : to) {
      if (!from.contains(item.name())) {
        from.stream()
            .filter(each -> !to.contains(each.name()) && same.test(each, item))
            .filter(each -> taken.add(each.name()))
            .findFirst()
            .ifPresent(each -> renamed.add(new Pair<>(each, item)));
      }
    }
    return renamed;
  }

  private static <T extends Named> List<T> without(
      NamedList<T> items, Set<String> names, Set<String> moreNames) {
    return items.stream()
        .filter(item -> !names.contains(item.name()) && !moreNames.contains(item.name()))
        .toList();
  }
}
