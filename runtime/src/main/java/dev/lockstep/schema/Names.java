package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.List;

/** Small facts about lists of raw names. */
final class Names {
  private Names() {}

  static List<String> list(String first, String... more) {
    List<String> names = new ArrayList<>(List.of(more));
    names.add(0, first);
    return List.copyOf(names);
  }

  static List<String> rename(List<String> names, String name, String newName) {
    return names.stream().map(each -> each.equals(name) ? newName : each).toList();
  }
}
