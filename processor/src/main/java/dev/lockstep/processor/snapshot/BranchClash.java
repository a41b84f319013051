package dev.lockstep.processor.snapshot;

import dev.lockstep.diff.SchemaDiffer;
import dev.lockstep.processor.problem.DetectedChanges;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two migrations of two branches that do not commute: what they leave depends on which of them a
 * database applies first.
 *
 * @param reason in one line
 */
record BranchClash(FoundMigration one, FoundMigration other, String reason) {

  /**
   * The first clash between what leads to the one head and what leads to the other.
   *
   * @param graph of readable migrations
   */
  static Optional<BranchClash> between(MigrationGraph graph, String head, String otherHead) {
    List<FoundMigration> first = graph.upTo(head);
    List<FoundMigration> second = graph.upTo(otherHead);
    Set<String> both = ids(first);
    both.retainAll(ids(second));
    Schema base =
        Replay.of(first.stream().filter(each -> both.contains(each.id())).toList(), Schema.EMPTY);
    return between(without(first, both), without(second, both), base);
  }

  private static Set<String> ids(List<FoundMigration> migrations) {
    return migrations.stream()
        .map(FoundMigration::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<FoundMigration> without(List<FoundMigration> migrations, Set<String> ids) {
    return migrations.stream().filter(each -> !ids.contains(each.id())).toList();
  }

  private static Optional<BranchClash> between(
      List<FoundMigration> branch, List<FoundMigration> otherBranch, Schema base) {
    Schema before = base;
    for (FoundMigration one : branch) {
      Schema from = before;
      for (FoundMigration other : otherBranch) {
        Optional<String> reason = reason(one, other, from);
        if (reason.isPresent()) {
          return Optional.of(new BranchClash(one, other, reason.get()));
        }
        from = Replay.after(other, from);
      }
      before = Replay.after(one, before);
    }
    return Optional.empty();
  }

  /** Why the two cannot follow each other in both orders. */
  private static Optional<String> reason(FoundMigration one, FoundMigration other, Schema from) {
    Schema oneFirst;
    Schema otherFirst;
    try {
      oneFirst = Replay.after(other, Replay.after(one, from));
      otherFirst = Replay.after(one, Replay.after(other, from));
    } catch (Replay.BrokenException e) {
      return Optional.of(
          "\"" + e.migration() + "\" fails after the other: " + String.valueOf(e.getMessage()));
    }
    if (!oneFirst.equals(otherFirst)) {
      return Optional.of("each undoes the other's: "
          + String.join(", ", DetectedChanges.of(SchemaDiffer.changes(oneFirst, otherFirst))));
    }
    Optional<String> mentioned = SqlMentions.between(one, other);
    if (mentioned.isPresent()) {
      return mentioned;
    }
    return oneFirst
        .objects(EnumType.class)
        .filter(type -> otherFirst
            .objects(EnumType.class)
            .anyMatch(each -> each.equals(type) && !each.values().equals(type.values())))
        .findFirst()
        .map(type -> "the values of enum \"" + type.name() + "\" would sort differently");
  }
}
