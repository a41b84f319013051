package dev.lockstep.diff;

import dev.lockstep.operation.TemporaryName;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names for what comes beside a column and its constraints and indexes to take their place; none is
 * taken or given twice.
 */
final class SwapNames {
  private static final String SUCCESSOR = "lockstep_new_";
  private static final String NOT_NULL = "lockstep_not_null_";
  private static final String SYNC = "lockstep_sync_";
  private static final String COUNTER = "lockstep_counter_";

  private final Schema schema;
  private final Table table;
  private final Set<String> given = new HashSet<>();

  /** For things of that table, as the schema has it. */
  SwapNames(Schema schema, Table table) {
    this.schema = schema;
    this.table = table;
  }

  /** The name of the column that takes the place of another. */
  String column(String column) {
    return free(SUCCESSOR, column, name -> table.columns().contains(name));
  }

  /** The name of the check or foreign key that takes the place of another. */
  String constraint(String constraint) {
    return free(SUCCESSOR, constraint, this::isConstraint);
  }

  /** The name of the check that proves a column to be NOT NULL. */
  String proof(String column) {
    return free(NOT_NULL, column, this::isConstraint);
  }

  /** The name of the index that takes the place of another, or of that of a constraint. */
  String index(String index) {
    return free(SUCCESSOR, index, this::isRelation);
  }

  /** The name of a sequence that keeps the counter of a column. */
  String counter(String column) {
    return free(COUNTER, table.name().name() + "_" + column, this::isRelation);
  }

  /** The name of the function that fills a column. */
  String sync(String column) {
    String owner = table.name().schema().isEmpty()
        ? table.name().name()
        : table.name().schema() + "_" + table.name().name();
    return free(SYNC, owner + "_" + column, this::isObject);
  }

  private boolean isConstraint(String name) {
    return table.constraints().contains(name);
  }

  private boolean isObject(String name) {
    return schema.find(ObjectKey.of(ObjectKind.SQL_OBJECT, name)).isPresent()
        || schema
            .find(ObjectKey.of(ObjectKind.SQL_OBJECT, SyncTrigger.triggerName(name)))
            .isPresent();
  }

  private boolean isRelation(String name) {
    QualifiedName relation = table.name().sibling(name);
    return schema.find(relation).isPresent()
        || schema.tableOfIndex(relation).isPresent()
        || schema.viewOfIndex(relation).isPresent()
        || Stream.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW, ObjectKind.SEQUENCE)
            .anyMatch(kind -> schema.find(new ObjectKey(kind, relation)).isPresent())
        || schema.tables().values().stream()
            .anyMatch(each -> each.name().schema().equals(relation.schema())
                && each.constraints().contains(name));
  }

  private String free(String prefix, String name, Predicate<String> isTaken) {
    String free = TemporaryName.cut(prefix + name);
    for (int number = 2; isTaken.test(free) || !given.add(free); number++) {
      free = TemporaryName.cut(prefix + number + "_" + name);
    }
    return free;
  }
}
