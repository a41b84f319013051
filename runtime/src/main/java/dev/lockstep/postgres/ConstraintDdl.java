package dev.lockstep.postgres;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Unique;
import java.util.List;

/**
 * A constraint as CREATE TABLE and ADD take it: {@code CONSTRAINT "user_pkey" PRIMARY KEY ("id")}.
 */
final class ConstraintDdl {
  private ConstraintDdl() {}

  static String definition(Constraint constraint, DdlTarget target) {
    return "CONSTRAINT " + SqlText.quote(constraint.name()) + " " + rule(constraint, target);
  }

  private static String rule(Constraint constraint, DdlTarget target) {
    if (constraint instanceof PrimaryKey key) {
      return "PRIMARY KEY " + SqlText.columns(key.columns());
    }
    if (constraint instanceof Unique unique) {
      return rule(unique, target);
    }
    if (constraint instanceof ForeignKey key) {
      return rule(key, target);
    }
    return "CHECK " + SqlText.enclosed(((Check) constraint).expression());
  }

  private static String rule(Unique unique, DdlTarget target) {
    return "UNIQUE " + nullsNotDistinct(unique.nullsDistinct(), unique.name(), target)
        + SqlText.columns(unique.columns()) + include(unique.include())
        + deferral(unique.deferral());
  }

  private static String rule(ForeignKey key, DdlTarget target) {
    return "FOREIGN KEY " + SqlText.columns(key.columns()) + " REFERENCES "
        + target.name(key.target()) + " " + SqlText.columns(key.targetColumns())
        + action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate())
        + deferral(key.deferral());
  }

  /**
   * A clause with a space after it; empty where NULLs are distinct, as they always are before 15.
   */
  static String nullsNotDistinct(boolean nullsDistinct, String name, DdlTarget target) {
    if (nullsDistinct) {
      return "";
    }
    target.require("NULLS NOT DISTINCT of \"" + name + "\"", 15);
    return "NULLS NOT DISTINCT ";
  }

  /** A clause with a space before it. */
  static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " INCLUDE " + SqlText.columns(columns);
  }

  private static String action(String event, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? "" : event + action.name().replace('_', ' ');
  }

  private static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "";
      case DEFERRABLE -> " DEFERRABLE";
      case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
    };
  }
}
