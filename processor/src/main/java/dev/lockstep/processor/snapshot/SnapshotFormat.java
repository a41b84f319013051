package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import dev.lockstep.schema.Unique;

/**
 * The number that says which version can read a snapshot. A schema gets the oldest one that can
 * hold it, so that a new version of Lockstep alone changes no committed file.
 */
final class SnapshotFormat {
  /** Tables with columns, keys, checks and indexes. */
  private static final int TABLES = 1;
  /** All that there is beside them, storage, partitions, exclusion and temporal constraints. */
  private static final int EVERYTHING = 2;

  static final int NEWEST = EVERYTHING;

  private SnapshotFormat() {}

  static int of(Schema schema) {
    boolean plain = schema.objects().isEmpty()
        && schema.tables().values().stream().allMatch(SnapshotFormat::isPlain);
    return plain ? TABLES : EVERYTHING;
  }

  private static boolean isPlain(Table table) {
    return table.options().equals(TableOptions.NONE)
        && table.partitioning() == null
        && table.columns().stream().allMatch(column -> column.options().equals(ColumnOptions.NONE))
        && table.constraints().stream().allMatch(SnapshotFormat::isPlain);
  }

  private static boolean isPlain(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return !key.withoutOverlaps();
    }
    if (constraint instanceof Unique unique) {
      return !unique.withoutOverlaps();
    }
    if (constraint instanceof ForeignKey key) {
      return !key.coversPeriod();
    }
    return !(constraint instanceof Exclusion);
  }
}
