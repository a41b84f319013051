package dev.lockstep.diff;

import dev.lockstep.operation.CreateIndex;
import dev.lockstep.operation.CreateIndexConcurrently;
import dev.lockstep.operation.DropIndex;
import dev.lockstep.operation.DropIndexConcurrently;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.RenameIndex;
import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.List;

/** Indexes of a table or materialized view that is in use. */
final class OnlineIndexes {
  private OnlineIndexes() {}

  static List<Operation> create(CreateIndex plain, LiveSchema live) {
    return live.isPartitioned(plain.table())
        ? List.of(plain)
        : List.of(new CreateIndexConcurrently(plain.table(), plain.index()));
  }

  static List<Operation> drop(DropIndex plain, LiveSchema live) {
    QualifiedName relation = relationOf(plain.index(), live);
    // PostgreSQL drops none of a partitioned table concurrently, and holds nobody up for long.
    return !live.isLive(relation) || live.isPartitioned(relation)
        ? List.of(plain)
        : List.of(new DropIndexConcurrently(plain.index()));
  }

  private static QualifiedName relationOf(QualifiedName index, LiveSchema live) {
    return live.schema()
        .tableOfIndex(index)
        .map(Table::name)
        .or(() -> live.schema().viewOfIndex(index).map(View::name))
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
