package dev.lockstep.impact;

import dev.lockstep.operation.InvalidOperationException;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one operation does to a live database.
 *
 * @param known false for what a person wrote, and for what depends on it: nobody can tell then, and
 *     the rest is empty
 * @param locks the strongest lock on each table, partition or view that was there before
 * @param work what happens to the rows of each table or partition that was there before
 * @param failures what can be in a populated table that makes it fail
 * @param breakages what it does to the version of the application that still runs
 */
public record Impact(
    boolean known,
    SortedMap<QualifiedName, LockMode> locks,
    SortedMap<QualifiedName, Set<Work>> work,
    Set<Failure> failures,
    Set<Breakage> breakages) {
  /** No lock that anybody feels, no work, nothing that breaks. */
  public static final Impact NONE =
      new Impact(true, new TreeMap<>(), new TreeMap<>(), Set.of(), Set.of());

  /** Of what a person wrote. */
  public static final Impact UNKNOWN =
      new Impact(false, new TreeMap<>(), new TreeMap<>(), Set.of(), Set.of());

  public Impact {
    locks = Collections.unmodifiableSortedMap(new TreeMap<>(locks));
    TreeMap<QualifiedName, Set<Work>> sorted = new TreeMap<>();
    for (Map.Entry<QualifiedName, Set<Work>> entry : work.entrySet()) {
      sorted.put(entry.getKey(), sorted(entry.getValue(), Work.class));
    }
    work = Collections.unmodifiableSortedMap(sorted);
    failures = sorted(failures, Failure.class);
    breakages = sorted(breakages, Breakage.class);
  }

  /**
   * Of an operation.
   *
   * @param before the schema that it meets
   * @param serverMajor the server's major version, 14 or later
   */
  public static Impact of(Operation operation, Schema before, int serverMajor) {
    return fits(operation, before)
        ? operation.accept(new ImpactReader(before, serverMajor))
        : UNKNOWN;
  }

  /** False where a person's own SQL made what the operation is about. */
  private static boolean fits(Operation operation, Schema before) {
    try {
      operation.applyTo(before);
      return true;
    } catch (InvalidOperationException e) {
      return false;
    }
  }

  private static <E extends Enum<E>> Set<E> sorted(Set<E> values, Class<E> type) {
    EnumSet<E> sorted = EnumSet.noneOf(type);
    sorted.addAll(values);
    return Collections.unmodifiableSet(sorted);
  }

  /** Whether reads or writes of some table wait while it runs. */
  public boolean blocks() {
    return locks.values().stream().anyMatch(LockMode::blocksWrites);
  }

  /** Whether it holds reads or writes up for as long as it takes to go through a table. */
  public boolean blocksLong() {
    return locks.entrySet().stream()
        .anyMatch(entry -> entry.getValue().blocksWrites() && work.containsKey(entry.getKey()));
  }

  /**
   * A line for each thing to know, in words; empty if there is nothing.
   *
   * <pre>
   * locks user against reads and writes (ACCESS EXCLUSIVE) while it writes all rows anew
   * fails if there is a row with NULL
   * running code: statements that use the old name fail
   * </pre>
   */
  public List<String> lines() {
    if (!known) {
      return List.of("locks: not known, it is hand-written");
    }
    List<String> lines = new ArrayList<>();
    locks.forEach((table, lock) -> lines.add("locks " + oneLine(table) + " against " + against(lock)
        + " (" + lock.sql() + ")" + during(table)));
    work.forEach((table, kinds) -> {
      if (!locks.containsKey(table)) {
        lines.add("locks no table, only rows of " + oneLine(table) + "," + during(table));
      }
    });
    failures.forEach(failure -> lines.add("fails if there " + failure.words()));
    breakages.forEach(breakage -> lines.add("running code: " + breakage.words()));
    return List.copyOf(lines);
  }

  /** Who prints a line behind a comment sign must not print the rest of a name without it. */
  private static String oneLine(QualifiedName table) {
    return table.toString().replaceAll("\\R", " ");
  }

  private String during(QualifiedName table) {
    Set<Work> kinds = work.getOrDefault(table, Set.of());
    return kinds.isEmpty()
        ? ""
        : kinds.stream().map(Work::words).collect(Collectors.joining(" and ", " while it ", ""));
  }

  private static String against(LockMode lock) {
    return lock.blocksReads()
        ? "reads and writes"
        : lock.blocksWrites() ? "writes" : "other changes of it";
  }
}
