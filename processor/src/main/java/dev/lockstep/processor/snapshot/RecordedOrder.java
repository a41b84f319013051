package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which {@code schema.json} has constraints, indexes and partitions, which have none
 * of their own: by name. What is generated says them in their order, so a schema that was told from
 * migrations has to have the same one as the file.
 */
final class RecordedOrder {
  private RecordedOrder() {}

  /** The items by name. */
  static <T extends Named> List<T> sorted(NamedList<T> items) {
    return items.stream().sorted(Comparator.comparing(Named::name)).toList();
  }

  /** The same schema in that order. */
  static Schema of(Schema schema) {
    Schema ordered = schema;
    for (Table table : schema.tables().values()) {
      if (!isOrdered(table)) {
        ordered = ordered.withTable(of(table));
      }
    }
    for (View view : schema.objects(View.class).toList()) {
      if (!isOrdered(view.indexes())) {
        ordered = ordered.withObject(view.withIndexes(NamedList.of(sorted(view.indexes()))));
      }
    }
    return ordered;
  }

  private static boolean isOrdered(Table table) {
    return isOrdered(table.constraints())
        && isOrdered(table.indexes())
        && isOrdered(table.partitions());
  }

  private static boolean isOrdered(NamedList<?> items) {
    String last = "";
    for (String name : items.names()) {
      if (last.compareTo(name) > 0) {
        return false;
      }
      last = name;
    }
    return true;
  }

  private static Table of(Table table) {
    Table ordered = table
        .withConstraints(NamedList.of(sorted(table.constraints())))
        .withIndexes(NamedList.of(sorted(table.indexes())));
    return table.partitioning() == null
        ? ordered
        : ordered.withPartitioning(
            table.partitioning().withPartitions(NamedList.of(sorted(table.partitions()))));
  }
}
