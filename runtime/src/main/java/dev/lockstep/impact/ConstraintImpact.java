package dev.lockstep.impact;

import static dev.lockstep.impact.LockMode.ACCESS_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE;
import static dev.lockstep.impact.LockMode.SHARE_ROW_EXCLUSIVE;
import static dev.lockstep.impact.LockMode.SHARE_UPDATE_EXCLUSIVE;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;

/** What changes of constraints do. */
final class ConstraintImpact {
  private ConstraintImpact() {}

  static Impact add(Constraint constraint, Table table, int major, ImpactBuilder impact) {
    impact.breaks(Breakage.VALUES_REFUSED);
    if (constraint instanceof ForeignKey key) {
      return impact
          .lockAll(table.name(), SHARE_ROW_EXCLUSIVE)
          .lockAll(key.target(), SHARE_ROW_EXCLUSIVE)
          .work(table.name(), Work.SCAN)
          .fails(Failure.MISSING_REFERENCES)
          .build();
    }
    impact.lock(table.name(), ACCESS_EXCLUSIVE);
    if (constraint instanceof Check) {
      return impact
          .lockPartitions(table.name(), ACCESS_EXCLUSIVE)
          .work(table.name(), Work.SCAN)
          .fails(Failure.VIOLATIONS)
          .build();
    }
    impact.lockPartitions(table.name(), indexLock(constraint, major));
    impact.work(table.name(), Work.INDEX_BUILD);
    if (constraint instanceof PrimaryKey key
        && key.columns().stream().anyMatch(each -> table.columns().get(each).nullable())) {
      impact.work(table.name(), Work.SCAN).fails(Failure.NULLS).breaks(Breakage.NULL_REFUSED);
    }
    return impact
        .fails(constraint instanceof Exclusion ? Failure.OVERLAPS : Failure.DUPLICATES)
        .build();
  }

  /** Partitions are locked as for an index of their own; one that is deferred has a trigger. */
  private static LockMode indexLock(Constraint constraint, int major) {
    return major >= 18 || constraint instanceof PrimaryKey
        ? ACCESS_EXCLUSIVE
        : deferral(constraint) == Deferral.NOT_DEFERRABLE ? SHARE : SHARE_ROW_EXCLUSIVE;
  }

  private static Deferral deferral(Constraint constraint) {
    return constraint instanceof Unique unique
        ? unique.deferral()
        : constraint instanceof Exclusion exclusion
            ? exclusion.deferral()
            : Deferral.NOT_DEFERRABLE;
  }

  static Impact addNotValid(Constraint constraint, QualifiedName table, ImpactBuilder impact) {
    impact.breaks(Breakage.VALUES_REFUSED);
    return constraint instanceof ForeignKey key
        ? impact
            .lockAll(table, SHARE_ROW_EXCLUSIVE)
            .lockAll(key.target(), SHARE_ROW_EXCLUSIVE)
            .build()
        : impact.lockAll(table, ACCESS_EXCLUSIVE).build();
  }

  static Impact validate(Constraint constraint, QualifiedName table, ImpactBuilder impact) {
    return impact
        .lockAll(table, SHARE_UPDATE_EXCLUSIVE)
        .work(table, Work.SCAN)
        .fails(constraint instanceof ForeignKey ? Failure.MISSING_REFERENCES : Failure.VIOLATIONS)
        .build();
  }

  static Impact addUsingIndex(Constraint constraint, Table table, ImpactBuilder impact) {
    impact.lock(table.name(), ACCESS_EXCLUSIVE);
    if (constraint instanceof PrimaryKey key
        && key.columns().stream().anyMatch(each -> !ColumnImpact.isProvenNotNull(table, each))) {
      impact.work(table.name(), Work.SCAN).fails(Failure.NULLS).breaks(Breakage.NULL_REFUSED);
    }
    return impact.build();
  }

  static Impact drop(Constraint constraint, QualifiedName table, ImpactBuilder impact) {
    impact.lockAll(table, ACCESS_EXCLUSIVE);
    if (constraint instanceof ForeignKey key) {
      impact.lockAll(key.target(), ACCESS_EXCLUSIVE);
    }
    return impact
        .breaks(
            constraint instanceof Check || constraint instanceof ForeignKey
                ? Breakage.VALUES_SEEN
                : Breakage.UNIQUENESS_GONE)
        .build();
  }

  static Impact rename(Constraint constraint, QualifiedName table, ImpactBuilder impact) {
    return constraint instanceof Check
        ? impact.lockAll(table, ACCESS_EXCLUSIVE).build()
        : impact.lock(table, ACCESS_EXCLUSIVE).build();
  }
}
