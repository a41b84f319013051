package dev.lockstep.postgres;

import dev.lockstep.schema.Check;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Unique;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constraint as CREATE TABLE and ADD take it: {@code CONSTRAINT "user_pkey" PRIMARY KEY ("id")}.
 */
final class ConstraintDdl {
  private ConstraintDdl() {}

  static String definition(Constraint constraint, DdlTarget target) {
    return "CONSTRAINT " + SqlText.quote(constraint.name()) + " " + rule(constraint, target);
  }

  /** Of a primary key or a unique constraint whose index is there. */
  static String usingIndex(Constraint constraint, String index) {
    return "CONSTRAINT " + SqlText.quote(constraint.name())
        + (constraint instanceof PrimaryKey ? " PRIMARY KEY" : " UNIQUE") + " USING INDEX "
        + SqlText.quote(index)
        + (constraint instanceof Unique unique ? deferral(unique.deferral()) : "");
  }

  private static String rule(Constraint constraint, DdlTarget target) {
    if (constraint instanceof PrimaryKey key) {
      return "PRIMARY KEY " + key(key.columns(), key.withoutOverlaps(), key.name(), target);
    }
    if (constraint instanceof Unique unique) {
      return rule(unique, target);
    }
    if (constraint instanceof ForeignKey key) {
      return rule(key, target);
    }
    if (constraint instanceof Exclusion exclusion) {
      return rule(exclusion);
    }
    return "CHECK " + SqlText.enclosed(((Check) constraint).expression());
  }

  private static String rule(Exclusion exclusion) {
    return "EXCLUDE USING " + SqlText.quote(exclusion.method())
        + exclusion.elements().stream()
            .map(element -> IndexDdl.element(element.what()) + " WITH " + element.operator())
            .collect(Collectors.joining(", ", " (", ")"))
        + (exclusion.where() == null ? "" : " WHERE " + SqlText.enclosed(exclusion.where()))
        + deferral(exclusion.deferral());
  }

  private static String key(
      List<String> columns, boolean withoutOverlaps, String name, DdlTarget target) {
    if (withoutOverlaps) {
      target.require("WITHOUT OVERLAPS of \"" + name + "\"", 18);
    }
    return columns(columns, "", withoutOverlaps ? " WITHOUT OVERLAPS" : "");
  }

  /** Raw names as a list in parentheses, words before and after the last one. */
  private static String columns(List<String> columns, String before, String after) {
    int last = columns.size() - 1;
    return Stream.concat(
            columns.subList(0, last).stream().map(SqlText::quote),
            Stream.of(before + SqlText.quote(columns.get(last)) + after))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String rule(Unique unique, DdlTarget target) {
    return "UNIQUE " + nullsNotDistinct(unique.nullsDistinct(), unique.name(), target)
        + key(unique.columns(), unique.withoutOverlaps(), unique.name(), target)
        + include(unique.include())
        + deferral(unique.deferral());
  }

  private static String rule(ForeignKey key, DdlTarget target) {
    String last = key.coversPeriod() ? "PERIOD " : "";
    if (key.coversPeriod()) {
      target.require("PERIOD of \"" + key.name() + "\"", 18);
    }
    return "FOREIGN KEY " + columns(key.columns(), last, "") + " REFERENCES "
        + target.name(key.target()) + " " + columns(key.targetColumns(), last, "")
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
