package dev.lockstep.impact;

import static dev.lockstep.impact.LockMode.ACCESS_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.lockstep.schema.Partition;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;

/** What changes of partitions do. */
final class PartitionImpact {
  private PartitionImpact() {}

  static Impact create(Table table, Schema before, int major, ImpactBuilder impact) {
    impact.lock(table.name(), ACCESS_EXCLUSIVE);
    table.foreignKeys().forEach(key -> impact.lockAll(key.target(), SHARE_ROW_EXCLUSIVE));
    if (major >= 15) {
      lockReferencing(table, before, SHARE_ROW_EXCLUSIVE, impact);
    }
    lockDefault(table, impact, true);
    return impact.build();
  }

  static Impact drop(Table table, String name, Schema before, int major, ImpactBuilder impact) {
    table
        .foreignKeys()
        .filter(key -> major >= 15 || !key.target().equals(table.name()))
        .forEach(key -> impact.lockAll(key.target(), ACCESS_EXCLUSIVE));
    lockReferencing(table, before, ACCESS_EXCLUSIVE, impact);
    impact
        .lock(table.name(), ACCESS_EXCLUSIVE)
        .lock(table.name().sibling(name), ACCESS_EXCLUSIVE)
        .breaks(Breakage.RELATION_GONE);
    lockDefault(table, impact, false);
    return impact.build();
  }

  static Impact attach(
      Table table, Partition partition, Schema before, int major, ImpactBuilder impact) {
    lockForKeys(table, before, major, impact);
    // It has foreign keys of its own from when it was detached, whose triggers go.
    table
        .foreignKeys()
        .filter(key -> major >= 15 || !key.target().equals(table.name()))
        .forEach(key -> impact.lockAll(key.target(), ACCESS_EXCLUSIVE));
    QualifiedName attached = table.name().sibling(partition.name());
    impact
        .lock(table.name(), SHARE_UPDATE_EXCLUSIVE)
        .lock(attached, ACCESS_EXCLUSIVE)
        .work(attached, Work.SCAN)
        .fails(Failure.MISPLACED_ROWS);
    lockDefault(table, impact, true);
    return impact.build();
  }

  static Impact detach(Table table, String name, Schema before, int major, ImpactBuilder impact) {
    impact.lock(table.name(), ACCESS_EXCLUSIVE).lock(table.name().sibling(name), ACCESS_EXCLUSIVE);
    table
        .foreignKeys()
        .filter(key -> major >= 15 || !key.target().equals(table.name()))
        .forEach(key -> impact.lockAll(key.target(), SHARE_ROW_EXCLUSIVE));
    lockReferencing(table, before, ACCESS_EXCLUSIVE, impact);
    lockDefault(table, impact, false);
    return impact.build();
  }

  /** A new partition gets the foreign keys of its table. */
  private static void lockForKeys(Table table, Schema before, int major, ImpactBuilder impact) {
    table.foreignKeys().forEach(key -> impact.lockAll(key.target(), SHARE_ROW_EXCLUSIVE));
    if (major >= 15) {
      lockReferencing(table, before, SHARE_ROW_EXCLUSIVE, impact);
    }
  }

  /** Each partition has its own part in the foreign keys to its table. */
  private static void lockReferencing(
      Table table, Schema before, LockMode mode, ImpactBuilder impact) {
    before.tables().values().stream()
        .filter(each -> !each.name().equals(table.name()))
        .filter(each -> each.foreignKeys().anyMatch(key -> key.target().equals(table.name())))
        .forEach(each -> impact.lock(each.name(), mode));
  }

  /** What the default partition holds depends on what the others do. */
  private static void lockDefault(Table table, ImpactBuilder impact, boolean scanned) {
    table.partitions().stream()
        .filter(Partition::isDefault)
        .map(each -> table.name().sibling(each.name()))
        .forEach(each -> {
          impact.lock(each, ACCESS_EXCLUSIVE);
          if (scanned) {
            impact.work(each, Work.SCAN).fails(Failure.MISPLACED_ROWS);
          }
        });
  }
}
