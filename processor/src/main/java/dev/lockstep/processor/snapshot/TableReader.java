package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the tables of a snapshot: whatever they hold names only columns that are there, and has a
 * name of its own.
 */
final class TableReader {
  private final TakenNames taken;
  private final ColumnReader columnReader = new ColumnReader();

  TableReader(TakenNames taken) {
    this.taken = taken;
  }

  /**
   * A table.
   *
   * @param later gets the check of its foreign keys, which needs all tables
   */
  Table read(JsonObject json, List<Runnable> later, Map<QualifiedName, Table> tables) {
    QualifiedName name = new QualifiedName(json.optionalText("schema"), json.text("name"));
    json.require("columns");
    Table plain = Table.of(name)
        .withComment(json.optionalText("comment"))
        .withOptions(options(json))
        .withColumns(list(json, "columns", "column", columnReader::read));
    taken.table(name, "table", json.line());
    KnownColumns columns = new KnownColumns(name, plain.columns().names());
    ConstraintReader constraints = new ConstraintReader(columns);
    later.add(() -> constraints.requireTargets(tables));
    Table table = plain
        .withConstraints(list(json, "constraints", "constraint", constraints::read))
        .withIndexes(indexes(json, name, IndexReader.ofTable(columns)))
        .withPartitioning(
            json.object("partitioned").map(each -> partitioning(each, columns)).orElse(null));
    if (table.constraints(PrimaryKey.class).count() > 1) {
      throw SnapshotException.damaged(
          json.line("constraints"), "table \"" + name + "\" has two primary keys");
    }
    return table;
  }

  private static TableOptions options(JsonObject json) {
    return new TableOptions(
        json.map("with"), json.flag("unlogged"), json.optionalText("tablespace"));
  }

  /** The indexes of a table or view. */
  NamedList<Index> indexes(JsonObject json, QualifiedName relation, IndexReader reader) {
    return list(json, "indexes", "index", index -> {
      taken.relation(relation.sibling(index.text("name")), "index", index.line("name"));
      return reader.read(index);
    });
  }

  private Partitioning partitioning(JsonObject json, KnownColumns columns) {
    List<IndexElement> keys = IndexReader.ofTable(columns).elements(json, "keys");
    Partitioning.Strategy strategy = Words.constant(json, "by", Partitioning.Strategy.values());
    NamedList<Partition> partitions =
        list(json, "partitions", "partition", partition -> partition(columns.table(), partition));
    json.end();
    return new Partitioning(strategy, keys, partitions);
  }

  private Partition partition(QualifiedName table, JsonObject json) {
    String name = json.text("name");
    taken.table(table.sibling(name), "partition", json.line("name"));
    return new Partition(name, json.parsed("values", SqlExpression::of));
  }

  private static <T extends Named> NamedList<T> list(
      JsonObject json, String property, String what, Function<JsonObject, T> read) {
    Map<String, T> items = new LinkedHashMap<>();
    for (JsonObject item : json.objects(property)) {
      T value = read.apply(item);
      item.end();
      if (items.put(value.name(), value) != null) {
        throw SnapshotException.damaged(
            item.line("name"), what + " \"" + value.name() + "\" is there twice");
      }
    }
    return NamedList.of(items.values());
  }
}
