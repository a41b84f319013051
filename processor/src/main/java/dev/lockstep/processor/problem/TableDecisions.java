package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.annotation;
import static dev.lockstep.processor.problem.Wording.javaText;
import static dev.lockstep.processor.problem.Wording.table;

import dev.lockstep.diff.Change;
import dev.lockstep.diff.Hazard;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;

/** What the user has to decide before a table is stored or partitioned otherwise. */
record TableDecisions(Schema declared, ChangePlaces places, Commands commands) {

  List<Problem> of(Change.PartitionRemoved change) {
    if (commands.accepts(Hazard.DATA_LOSS)) {
      return List.of();
    }
    Partition gone = change.partition();
    List<String> fixes = new ArrayList<>();
    declared.table(change.table()).partitions().stream()
        .filter(partition -> partition.values().equals(gone.values()))
        .map(partition -> "keep its name: @Partition(name = " + javaText(gone.name())
            + ", values = " + javaText(partition.values().text()) + ")")
        .forEach(fixes::add);
    fixes.add("dropped: " + commands.forChange(change, Hazard.DATA_LOSS));
    return List.of(Problem.error(
        "PartitionRemoved",
        change.accept(places),
        Wording.member("partition", change.table(), gone.name())
            + " is not declared any more; a migration would delete its rows",
        fixes.toArray(String[]::new)));
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
        change.accept(places),
        table(name) + " " + happening + ", which PostgreSQL cannot do to a table that is there",
        "a new table beside it: " + annotation("Table", "name", other),
        "then copy the rows: "
            + new Command("Copy " + name.name() + " to " + other, java.util.Set.of()).text()
            + " -Dlockstep.empty=true",
        "then drop the old one: "
            + new Command("Drop table " + name.name(), java.util.Set.of(Hazard.DATA_LOSS)).text()));
  }

  List<Problem> of(Change.TableOptionsChanged change) {
    TableOptions from = change.from();
    TableOptions to = change.to();
    boolean partitioned = declared.table(change.table()).partitioning() != null;
    boolean logging = from.unlogged() != to.unlogged();
    boolean moves = !from.tablespace().equals(to.tablespace());
    if (partitioned || !(logging || moves) || commands.accepts(Hazard.REWRITE)) {
      return List.of();
    }
    String happening = logging
        ? " becomes " + (to.unlogged() ? "unlogged" : "logged")
        : " moves to " + TableStorage.of(change).tablespace();
    return List.of(Problem.error(
        "TableRewrite",
        change.accept(places),
        table(change.table()) + happening + ColumnDecisions.REWRITES,
        "accept: " + commands.forChange(change, Hazard.REWRITE)));
  }
}
