package dev.lockstep.processor.snapshot;

import dev.lockstep.MigrationSet;
import dev.lockstep.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The migrations that are there, in the order of their graph, and what is wrong with it.
 *
 * @param entries each after its parents, else by number; only those that can be reached
 * @param heads ids that no migration names as its parent, sorted
 * @param problems empty if the snapshot is what the last migration left
 */
public record MigrationChain(
    List<MigrationSet.Entry> entries, List<String> heads, List<Problem> problems) {
  public MigrationChain {
    entries = List.copyOf(entries);
    heads = List.copyOf(heads);
    problems = List.copyOf(problems);
  }

  /**
   * The chain of these migrations.
   *
   * @param snapshot empty if there is no such file
   * @param folder of migrations and snapshot, as the user knows it, with {@code /} at its end
   */
  public static MigrationChain of(
      List<FoundMigration> migrations, Optional<Snapshot> snapshot, String folder) {
    MigrationGraph graph = new MigrationGraph(migrations);
    return new MigrationChain(
        graph.inOrder().stream().map(FoundMigration::entry).toList(),
        graph.heads(),
        new ChainRules(graph, snapshot, folder).problems());
  }

  /** The entries with one more at the end. */
  public List<MigrationSet.Entry> with(FoundMigration newest) {
    return Stream.concat(entries.stream(), Stream.of(newest.entry())).toList();
  }
}
