package dev.lockstep.diff;

import dev.lockstep.impact.Impact;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/**
 * The schema that an operation meets, and which of its tables and views are in use.
 *
 * @param created those that are not
 */
record LiveSchema(Schema schema, NewRelations created) {
  /** What an operation holds up is the same on every server. */
  private static final int ANY_MAJOR = 14;

  boolean isLive(QualifiedName relation) {
    return !created.contains(relation);
  }

  /** The table of a partition; of anything else, itself. */
  QualifiedName owner(QualifiedName relation) {
    return schema.find(relation).isPresent()
        ? relation
        : schema.tables().values().stream()
            .filter(table -> table.name().schema().equals(relation.schema()))
            .filter(table -> table.partitions().contains(relation.name()))
            .map(Table::name)
            .findFirst()
            .orElse(relation);
  }

  Table table(QualifiedName name) {
    return schema.table(name);
  }

  boolean isPartitioned(QualifiedName relation) {
    return schema.find(relation).filter(each -> each.partitioning() != null).isPresent();
  }

  Impact impact(Operation operation) {
    return Impact.of(operation, schema, ANY_MAJOR);
  }

  /** Whether it would hold up reads or writes for as long as it takes to go through a table. */
  boolean isHeldUpBy(Operation operation) {
    return impact(operation).blocksLong();
  }

  /** The schema after those operations, which make no table or view. */
  LiveSchema after(List<Operation> operations) {
    return new LiveSchema(Operations.apply(operations, schema), created);
  }
}
