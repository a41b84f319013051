package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.table;

import dev.lockstep.diff.Change;
import dev.lockstep.schema.TableOptions;
import java.util.List;

/** What the user has to decide before a table is stored or partitioned otherwise. */
record TableDecisions(ChangeScope scope) {

  List<Problem> of(Change.PartitionRemoved change) {
    Risk loss = Risk.dataLoss(change.table().sibling(change.partition().name()));
    if (scope.commands().accepts(loss)) {
      return List.of();
    }
    return List.of(Problem.error(
        "PartitionRemoved",
        change.accept(scope.places()),
        Wording.member("partition", change.table(), change.partition().name())
            + " is not declared any more; a migration would delete its rows",
        "dropped: " + scope.commands().forChange(change, loss)));
  }

  List<Problem> of(Change.TableOptionsChanged change) {
    TableOptions from = change.from();
    TableOptions to = change.to();
    boolean partitioned = scope.schema().table(change.table()).partitioning() != null;
    boolean logging = from.unlogged() != to.unlogged();
    boolean moves = !from.tablespace().equals(to.tablespace());
    Risk risk = Risk.rewrite(change.table());
    if (partitioned || !(logging || moves) || scope.commands().accepts(risk)) {
      return List.of();
    }
    String happening = logging
        ? " becomes " + (to.unlogged() ? "unlogged" : "logged")
        : " moves to " + TableStorage.of(change).tablespace();
    return List.of(Problem.error(
        "TableRewrite",
        change.accept(scope.places()),
        table(change.table()) + happening + ColumnDecisions.REWRITES,
        "accept: " + scope.commands().forChange(change, risk)));
  }
}
