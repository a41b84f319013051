package dev.lockstep.diff;

import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives an index that takes the place of one of its name a name of its own until then: the version
 * that comes can have it while the one that runs still has the old one.
 */
final class IndexesAhead {
  private final List<Operation> plan;
  private final Schema before;

  private IndexesAhead(List<Operation> plan, Schema before) {
    this.plan = plan;
    this.before = before;
  }

  /** The split of a plan in which the indexes are ahead that then come in its first part. */
  static PhaseSplit split(List<Operation> plan, Schema before) {
    IndexesAhead indexes = new IndexesAhead(plan, before);
    Set<QualifiedName> ahead = indexes.replaced();
    while (!ahead.isEmpty()) {
      PhaseSplit split = new PhaseSplitter(indexes.with(ahead), before).split();
      Set<QualifiedName> early = early(ahead, split);
      if (early.equals(ahead)) {
        return split;
      }
      ahead = early;
    }
    return new PhaseSplitter(plan, before).split();
  }

  /** The names of indexes of tables that are dropped and made again. */
  private Set<QualifiedName> replaced() {
    Set<QualifiedName> dropped = new HashSet<>();
    Set<QualifiedName> replaced = new HashSet<>();
    for (Operation operation : plan) {
      if (operation instanceof DropIndex drop) {
        dropped.add(drop.index());
      } else if (operation instanceof CreateIndex create
          && dropped.contains(name(create))
          && before
              .find(create.table())
              .filter(each -> each.partitioning() == null)
              .isPresent()) {
        replaced.add(name(create));
      }
    }
    return replaced;
  }

  /** The plan in which the indexes of those names get them right after they were made. */
  private List<Operation> with(Set<QualifiedName> names) {
    List<Operation> ahead = new ArrayList<>();
    for (Operation operation : plan) {
      if (operation instanceof CreateIndex create && names.contains(name(create))) {
        QualifiedName successor = TemporaryName.successor(name(create));
        ahead.add(new CreateIndex(create.table(), create.index().withName(successor.name())));
        ahead.add(new RenameIndex(successor, create.index().name()));
      } else {
        ahead.add(operation);
      }
    }
    return ahead;
  }

  /** Those that the first part makes and the second one names. */
  private static Set<QualifiedName> early(Set<QualifiedName> names, PhaseSplit split) {
    Set<QualifiedName> early = new HashSet<>();
    for (QualifiedName name : names) {
      QualifiedName successor = TemporaryName.successor(name);
      boolean made = split.expand().upgrade().stream()
          .anyMatch(each -> each instanceof CreateIndex create && name(create).equals(successor));
      if (made && split.contract().upgrade().contains(new RenameIndex(successor, name.name()))) {
        early.add(name);
      }
    }
    return early;
  }

  private static QualifiedName name(CreateIndex create) {
    return create.table().sibling(create.index().name());
  }
}
