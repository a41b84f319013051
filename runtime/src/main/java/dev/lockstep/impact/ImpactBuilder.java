package dev.lockstep.impact;

import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers what an operation does. */
final class ImpactBuilder {
  private final Schema schema;
  private final TreeMap<QualifiedName, LockMode> locks = new TreeMap<>();
  private final TreeMap<QualifiedName, Set<Work>> work = new TreeMap<>();
  private final EnumSet<Failure> failures = EnumSet.noneOf(Failure.class);
  private final EnumSet<Breakage> breakages = EnumSet.noneOf(Breakage.class);

  ImpactBuilder(Schema schema) {
    this.schema = schema;
  }

  /** A lock on the table alone; the stronger counts. */
  ImpactBuilder lock(QualifiedName table, LockMode mode) {
    locks.merge(table, mode, (a, b) -> a.compareTo(b) > 0 ? a : b);
    return this;
  }

  /** A lock on the table and its partitions. */
  ImpactBuilder lockAll(QualifiedName table, LockMode mode) {
    return lock(table, mode).lockPartitions(table, mode);
  }

  /** A lock on the partitions of the table. */
  ImpactBuilder lockPartitions(QualifiedName table, LockMode mode) {
    partitions(table).forEach(partition -> lock(partition, mode));
    return this;
  }

  /** Work on what holds the table's rows: its partitions, if it has any. */
  ImpactBuilder work(QualifiedName table, Work kind) {
    rowsOf(table)
        .forEach(each ->
            work.computeIfAbsent(each, key -> EnumSet.noneOf(Work.class)).add(kind));
    return this;
  }

  ImpactBuilder fails(Failure failure) {
    failures.add(failure);
    return this;
  }

  ImpactBuilder breaks(Breakage breakage) {
    breakages.add(breakage);
    return this;
  }

  private List<QualifiedName> rowsOf(QualifiedName table) {
    return schema.find(table).map(Table::partitioning).isPresent()
        ? partitions(table).toList()
        : List.of(table);
  }

  private Stream<QualifiedName> partitions(QualifiedName table) {
    return schema.find(table).stream()
        .flatMap(each -> each.partitions().stream())
        .map(Partition::name)
        .map(table::sibling);
  }

  Impact build() {
    // Whoever writes a table anew reads it and builds its indexes on the way.
    work.values().stream()
        .filter(kinds -> kinds.contains(Work.REWRITE))
        .forEach(kinds -> kinds.retainAll(Set.of(Work.REWRITE)));
    return new Impact(true, locks, work, failures, breakages);
  }
}
