package dev.lockstep.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Who held the tables that a step waited for in vain.
 *
 * @param certain false where nobody can tell which tables those were: some of the blockers may then
 *     be innocent
 * @param blockers the oldest transaction first; empty if they are gone by now
 */
record Blockage(boolean certain, List<Blocker> blockers) {
  /** It was nobody's lock. */
  static final Blockage NONE = new Blockage(true, List.of());

  private static final int MOST_LINES = 3;

  Blockage {
    blockers = List.copyOf(blockers);
  }

  /**
   * For the exception; empty if there is no blocker.
   *
   * <pre>
   * blocked by: pid 4711 (shop, app, idle in transaction, begun 5 min ago): UPDATE "user" ...
   * end it: SELECT pg_terminate_backend(4711)
   * </pre>
   */
  List<String> details() {
    List<String> lines = new ArrayList<>();
    blockers.stream()
        .limit(MOST_LINES)
        .forEach(each -> lines.add((certain ? "" : "perhaps ") + "blocked by: " + each.words()));
    int more = blockers.size() - MOST_LINES;
    if (more > 0) {
      lines.add(lines.remove(lines.size() - 1) + " (and " + more + " more)");
    }
    blockers.stream()
        .limit(MOST_LINES)
        .flatMap(each -> each.end().stream())
        .findFirst()
        .ifPresent(sql -> lines.add(ending() + sql));
    return lines;
  }

  private String ending() {
    return blockers.size() == 1 ? "end it: " : "end one: ";
  }

  /** The reason for another try, with the first blocker before it: what shows it may be narrow. */
  String reason(String failure) {
    return blockers.isEmpty()
        ? failure
        : (certain ? "" : "perhaps ") + "blocked by " + blockers.get(0).words() + "; " + failure;
  }

  List<String> words() {
    return blockers.stream().map(Blocker::words).toList();
  }
}
