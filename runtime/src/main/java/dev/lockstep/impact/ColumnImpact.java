package dev.lockstep.impact;

import static dev.lockstep.impact.LockMode.ACCESS_EXCLUSIVE;

import dev.lockstep.operation.AddColumn;
import dev.lockstep.operation.AlterColumnType;
import dev.lockstep.operation.DropColumn;
import dev.lockstep.operation.SetNotNull;
import dev.lockstep.schema.Casts;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.Exclusion;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlHeader;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlTokens;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Volatility;

/** What changes of columns do. */
final class ColumnImpact {
  private ColumnImpact() {}

  static Impact add(AddColumn operation, Schema before, ImpactBuilder impact) {
    Column column = operation.column();
    impact.lockAll(operation.table(), ACCESS_EXCLUSIVE).breaks(Breakage.PLANS);
    if (isComputedForEachRow(column) || isConstrained(column.type(), before)) {
      impact.work(operation.table(), Work.REWRITE);
    } else if (!column.nullable() && column.value() == null) {
      impact.work(operation.table(), Work.SCAN).fails(Failure.NULLS);
    }
    if (!column.nullable() && column.value() == null) {
      impact.breaks(Breakage.COLUMN_REQUIRED);
    }
    return impact.build();
  }

  /** Whether the rows that are there get a value each, and not one that is kept beside them. */
  private static boolean isComputedForEachRow(Column column) {
    return column.identityOption().isPresent()
        || column.computedOption().filter(Computed::stored).isPresent()
        || column.defaultExpression().filter(Volatility::isVolatile).isPresent();
  }

  /** Whether the type is a domain with a constraint, which PostgreSQL checks row by row. */
  private static boolean isConstrained(SqlType type, Schema before) {
    return before
        .objects(SqlObject.class)
        .filter(object -> SqlHeader.of(object.create())
            .filter(header -> header.kind().equals("domain")
                && header.name().equals(new QualifiedName(type.schema(), type.name())))
            .isPresent())
        .anyMatch(object -> SqlTokens.of(object.create()).stream()
            .anyMatch(token -> token.is("check") || token.is("null")));
  }

  static Impact drop(DropColumn operation, Table table, ImpactBuilder impact) {
    impact.lockAll(table.name(), ACCESS_EXCLUSIVE).breaks(Breakage.COLUMN_GONE);
    table
        .foreignKeys()
        .filter(key -> key.mentions(operation.column()))
        .forEach(key -> impact.lockAll(key.target(), ACCESS_EXCLUSIVE));
    return impact.build();
  }

  static Impact setNotNull(SetNotNull operation, Table table, ImpactBuilder impact) {
    impact.lockAll(table.name(), ACCESS_EXCLUSIVE);
    if (table.columns().get(operation.column()).nullable()) {
      impact.breaks(Breakage.NULL_REFUSED);
      if (!isProvenNotNull(table, operation.column())) {
        impact.work(table.name(), Work.SCAN).fails(Failure.NULLS);
      }
    }
    return impact.build();
  }

  /** Whether it is so, or a check says so, which PostgreSQL trusts since 12. */
  static boolean isProvenNotNull(Table table, String column) {
    if (!table.columns().get(column).nullable()) {
      return true;
    }
    return table
        .constraints(Check.class)
        .anyMatch(check -> check.equals(Check.notNull(check.name(), column)));
  }

  static Impact alterType(AlterColumnType operation, Schema before, ImpactBuilder impact) {
    Table table = before.table(operation.table());
    Column column = table.columns().get(operation.column());
    impact
        .lockAll(table.name(), ACCESS_EXCLUSIVE)
        .breaks(Breakage.PLANS)
        .breaks(Breakage.TYPE_CHANGED);
    boolean rewrites = Casts.rewrites(column, operation.type(), operation.using());
    lockReferences(table, column.name(), rewrites, before, impact);
    if (rewrites) {
      impact.work(table.name(), Work.REWRITE);
    } else {
      if (table.constraints(Check.class).anyMatch(check -> check.mentions(column.name()))) {
        impact.work(table.name(), Work.SCAN);
      }
      if (rebuildsIndex(table, column, !column.collation().equals(operation.collation()))) {
        impact.work(table.name(), Work.INDEX_BUILD);
      }
    }
    if (Casts.converts(column.name(), operation.type(), operation.using())
        || Casts.narrows(column.type(), operation.type())) {
      impact.fails(Failure.UNFIT_VALUES);
    }
    return impact.build();
  }

  /**
   * Whether an index is built anew though the table is not: PostgreSQL compares neither expressions
   * nor predicates ({@code CheckIndexCompatible}), and a key is in the order of its collation.
   */
  private static boolean rebuildsIndex(Table table, Column column, boolean reordered) {
    String name = column.name();
    return table.indexes().stream()
            .filter(index -> index.mentions(name))
            .anyMatch(index -> index.expressions().findAny().isPresent() || reordered)
        || (reordered && table.constraints().stream().anyMatch(each -> isKey(each, name)))
        || table
            .constraints(Exclusion.class)
            .anyMatch(each -> each.mentions(name) && each.where() != null);
  }

  private static boolean isKey(Constraint constraint, String column) {
    return !(constraint instanceof Check)
        && !(constraint instanceof ForeignKey)
        && constraint.mentions(column);
  }

  /** Foreign keys on either side are made anew, lock the other side, and may be proven again. */
  private static void lockReferences(
      Table table, String column, boolean rewrites, Schema before, ImpactBuilder impact) {
    table
        .foreignKeys()
        .filter(key -> key.columns().contains(column))
        .forEach(key -> impact.lockAll(key.target(), ACCESS_EXCLUSIVE));
    for (Table other : before.tables().values()) {
      if (other.foreignKeys().anyMatch(key -> references(key, table, column))) {
        impact.lockAll(other.name(), ACCESS_EXCLUSIVE);
        if (rewrites) {
          impact.work(other.name(), Work.SCAN).fails(Failure.MISSING_REFERENCES);
        }
      }
    }
  }

  private static boolean references(ForeignKey key, Table table, String column) {
    return key.target().equals(table.name()) && key.targetColumns().contains(column);
  }
}
