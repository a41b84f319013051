package dev.lockstep.processor.snapshot;

import dev.lockstep.MigrationSet;
import dev.lockstep.processor.problem.Problem;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The migrations that are there, in the order of their graph, and what they lead to.
 *
 * @param entries each after its parents, else by number; only those that can be reached
 * @param heads ids that no migration names as its parent, sorted; several if a merge is to bring
 *     them together
 * @param recorded what the migrations leave; empty before the first one, meaningless if there is a
 *     problem
 * @param stale whether {@code schema.json} is not what {@code recorded} is
 * @param everNamed whether anything ever had that raw name, true if nobody knows
 */
public record MigrationChain(
    List<MigrationSet.Entry> entries,
    List<String> heads,
    Snapshot recorded,
    boolean stale,
    Predicate<String> everNamed,
    List<Problem> problems) {
  public MigrationChain {
    entries = List.copyOf(entries);
    heads = List.copyOf(heads);
    problems = List.copyOf(problems);
  }

  /** Whether the next migration brings branches together. */
  public boolean isMerge() {
    return heads.size() > 1;
  }

  /** The entries with more at the end. */
  public List<MigrationSet.Entry> with(List<FoundMigration> newest) {
    return Stream.concat(entries.stream(), newest.stream().map(FoundMigration::entry))
        .toList();
  }
}
