package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.table;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.TableOptions;
import java.util.List;
import java.util.Set;

/** What the user has to decide before a table is stored or partitioned otherwise. */
record TableDecisions(ChangeScope scope) {

  List<Problem> of(Change.PartitionRemoved change) {
    if (scope.commands().accepts(Hazard.DATA_LOSS)) {
      return List.of();
    }
    return List.of(Problem.error(
        "PartitionRemoved",
        change.accept(scope.places()),
        Wording.member("partition", change.table(), change.partition().name())
            + " is not declared any more; a migration would delete its rows",
        "dropped: " + scope.commands().forChange(change, Hazard.DATA_LOSS)));
  }

  /** Nothing to accept: no statement of PostgreSQL does it. */
  List<Problem> of(Change.PartitioningChanged change) {
    QualifiedName name = change.table();
    String happening = change.from() == null
        ? "becomes partitioned"
        : change.to() == null ? "is no longer partitioned" : "is partitioned otherwise";
    String other = NameProblem.cut(name.name() + "_2");
    return List.of(Problem.error(
        "PartitioningChanged",
        change.accept(scope.places()),
        table(name) + " " + happening + ", which PostgreSQL cannot do to a table that is there",
        "declare another beside it: " + annotation("Table", "name", other),
        "then copy the rows: "
            + new Command("Copy " + name.name() + " to " + other, Set.of()).text()
            + " -Dlockstep.empty=true",
        "then drop the old one: "
            + new Command("Drop table " + name.name(), Set.of(Hazard.DATA_LOSS)).text()));
  }

  List<Problem> of(Change.TableOptionsChanged change) {
    TableOptions from = change.from();
    TableOptions to = change.to();
    boolean partitioned = scope.schema().table(change.table()).partitioning() != null;
    boolean logging = from.unlogged() != to.unlogged();
    boolean moves = !from.tablespace().equals(to.tablespace());
    if (partitioned || !(logging || moves) || scope.commands().accepts(Hazard.REWRITE)) {
      return List.of();
    }
    String happening = logging
        ? " becomes " + (to.unlogged() ? "unlogged" : "logged")
        : " moves to " + TableStorage.of(change).tablespace();
    return List.of(Problem.error(
        "TableRewrite",
        change.accept(scope.places()),
        table(change.table()) + happening + ColumnDecisions.REWRITES,
        "accept: " + scope.commands().forChange(change, Hazard.REWRITE)));
  }
}
