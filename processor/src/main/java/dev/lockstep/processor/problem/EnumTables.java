package dev.lockstep.processor.problem;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import java.util.List;

/** Which tables have rows that may hold a value of an enum, before and after the change. */
record EnumTables(Before before, Schema declared) {

  /**
   * By name; those that stay and have a column that has, and keeps, that enum or an array of it.
   */
  List<QualifiedName> of(QualifiedName type) {
    return declared.findEnum(type).stream()
        .flatMap(now -> before.enumType(type).stream()
            .flatMap(
                old -> declared.tables().values().stream().filter(table -> keeps(table, old, now))))
        .map(Table::name)
        .toList();
  }

  private boolean keeps(Table table, EnumType old, EnumType now) {
    return table.columns().stream()
        .filter(column -> now.isTypeOf(column.type()))
        .flatMap(column -> before.column(table.name(), column.name()).stream())
        .anyMatch(column -> old.isTypeOf(column.type()));
  }
}
