package dev.lockstep.processor.problem;

import static dev.lockstep.processor.problem.Wording.quoted;

import dev.lockstep.processor.problem.Place.OfTable;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Only its partitions hold the rows of a partitioned table (PostgreSQL manual, CREATE TABLE). */
final class StorageRule implements TableRule {

  @Override
  public Stream<Problem> problems(Table table, Schema declared) {
    if (table.partitioning() == null) {
      return Stream.of();
    }
    List<Problem> problems = new ArrayList<>();
    if (!table.options().with().isEmpty()) {
      problems.add(problem(table, "with", "cannot have storage parameters"));
    }
    if (table.options().unlogged()) {
      problems.add(problem(table, "unlogged", "cannot be unlogged"));
    }
    return problems.stream();
  }

  private static Problem problem(Table table, String attribute, String cannot) {
    return Problem.error(
        "PartitionedStorage",
        new OfTable(table.name(), attribute),
        "partitioned table " + quoted(table.name()) + " " + cannot
            + ": only its partitions hold rows");
  }
}
