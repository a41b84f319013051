package dev.lockstep.operation;

import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Table;

/** Look-ups in the partitions of a table; each fails with a message that names what is missing. */
final class Partitions {
  private Partitions() {}

  static NamedList<Partition> of(Table table) {
    return partitioning(table).partitions();
  }

  static Table with(Table table, NamedList<Partition> partitions) {
    return table.withPartitioning(partitioning(table).withPartitions(partitions));
  }

  static Partition partition(Table table, String name) {
    return of(table)
        .find(name)
        .orElseThrow(() -> new InvalidOperationException(
            "table \"" + table.name() + "\" has no partition \"" + name + "\""));
  }

  private static Partitioning partitioning(Table table) {
    Partitioning partitioning = table.partitioning();
    if (partitioning == null) {
      throw new InvalidOperationException("table \"" + table.name() + "\" is not partitioned");
    }
    return partitioning;
  }
}
