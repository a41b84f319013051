package dev.lockstep.diff;

import dev.lockstep.operation.AttachIndex;
import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.CreateIndexOnly;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Indexes of a table or materialized view that is in use. */
final class OnlineIndexes {
  private OnlineIndexes() {}

  static List<Operation> create(CreateIndex plain, LiveSchema live) {
    if (live.isPartitioned(plain.table())) {
      return live.isHeldUpBy(plain) ? partByPart(plain, live) : List.of(plain);
    }
    return List.of(new CreateIndexConcurrently(plain.table(), plain.index()));
  }

  /**
   * PostgreSQL builds no index of a partitioned table concurrently, but those of its partitions.
   */
  private static List<Operation> partByPart(CreateIndex plain, LiveSchema live) {
    QualifiedName table = plain.table();
    Index index = plain.index();
    List<Operation> operations = new ArrayList<>(List.of(new CreateIndexOnly(table, index)));
    List<String> partitions =
        live.table(table).partitions().stream().map(Partition::name).toList();
    partitions.forEach(partition -> operations.add(new CreateIndexConcurrently(
        table.sibling(partition), index.withName(part(table, partition, index)))));
    partitions.forEach(partition -> operations.add(
        new AttachIndex(table.sibling(index.name()), part(table, partition, index))));
    return operations;
  }

  /** As PostgreSQL names it where it named the whole, cut to what a name can have. */
  private static String part(QualifiedName table, String partition, Index index) {
    String start = table.name() + "_";
    String rest =
        index.name().startsWith(start) ? index.name().substring(start.length()) : index.name();
    return TemporaryName.cut(partition + "_" + rest);
  }

  static List<Operation> drop(DropIndex plain, LiveSchema live) {
    QualifiedName relation = relationOf(plain.index(), live.schema());
    // PostgreSQL drops none of a partitioned table concurrently, and holds nobody up for long.
    return !live.isLive(relation) || live.isPartitioned(relation)
        ? List.of(plain)
        : List.of(new DropIndexConcurrently(plain.index()));
  }

  /** The table or view that has the index. */
  static QualifiedName relationOf(QualifiedName index, Schema schema) {
    return schema
        .tableOfIndex(index)
        .map(Table::name)
        .or(() -> schema.viewOfIndex(index).map(View::name))
        .orElseThrow();
  }

  /** The new one is there before the old one of its name goes. */
  static List<Operation> replace(CreateIndex plain) {
    Index index = plain.index();
    QualifiedName name = plain.table().sibling(index.name());
    QualifiedName successor = TemporaryName.successor(name);
    return List.of(
        new CreateIndexConcurrently(plain.table(), index.withName(successor.name())),
        new DropIndexConcurrently(name),
        new RenameIndex(successor, index.name()));
  }
}
