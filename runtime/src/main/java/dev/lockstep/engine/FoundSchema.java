package dev.lockstep.engine;

import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.Table;
import java.util.Optional;

/** What of a live database is ours to judge: what migrations made. */
final class FoundSchema {
  private final Schema expected;

  private FoundSchema(Schema expected) {
    this.expected = expected;
  }

  /**
   * The found schema without what no migration made. SQL objects are never read: they are as
   * expected here, and checked by themselves.
   */
  static Schema of(Schema found, Schema expected) {
    return new FoundSchema(expected).of(found);
  }

  private Schema of(Schema found) {
    Schema ours = found;
    for (QualifiedName name : found.tables().keySet()) {
      Optional<Table> table = expected.find(name);
      ours = table.isPresent()
          ? ours.withTable(ours(found.table(name), table.get()))
          : ours.withoutTable(name);
    }
    for (String namespace : found.namespaces()) {
      ours = expected.namespaces().contains(namespace) ? ours : ours.withoutNamespace(namespace);
    }
    for (ObjectKey object : found.objects().keySet()) {
      ours = expected.find(object).isPresent() ? ours : ours.withoutObject(object);
    }
    for (SqlObject object : expected.objects(SqlObject.class).toList()) {
      ours = ours.withObject(object);
    }
    return ours;
  }

  /** Without the partitions that somebody else made, for the rows of a new month for example. */
  private static Table ours(Table found, Table expected) {
    Partitioning partitioning = found.partitioning();
    return partitioning == null
        ? found
        : found.withPartitioning(partitioning.withPartitions(found
            .partitions()
            .filter(partition -> expected.partitions().contains(partition.name()))));
  }
}
