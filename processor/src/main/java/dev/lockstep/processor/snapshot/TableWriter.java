package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnOptions;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Partition;
import dev.lockstep.schema.Partitioning;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.TableOptions;
import org.jspecify.annotations.Nullable;

/** Writes tables, as {@link TableReader} reads them. */
final class TableWriter {
  private final JsonText json;
  private final ConstraintWriter constraints;

  TableWriter(JsonText json) {
    this.json = json;
    this.constraints = new ConstraintWriter(json);
  }

  void write(Table table, String className) {
    json.text("name", table.name().name());
    json.optional("schema", table.name().schema());
    json.optional("class", className);
    json.optional("comment", table.comment());
    options(table.options());
    json.objects("columns", table.columns().asList(), this::column);
    constraints.constraints(table.constraints());
    constraints.indexes(table.indexes());
    Partitioning partitioning = table.partitioning();
    if (partitioning != null) {
      json.object("partitioned", () -> partitioning(partitioning));
    }
  }

  private void options(TableOptions options) {
    json.flag("unlogged", options.unlogged());
    json.optional("tablespace", options.tablespace());
    json.optionalMap("with", options.with());
  }

  private void column(Column column) {
    json.text("name", column.name());
    json.text("type", column.type().toString());
    json.flag("notNull", !column.nullable());
    value(column.value());
    json.optional("collation", column.collation());
    options(column.options());
    json.optional("comment", column.comment());
  }

  private void options(ColumnOptions options) {
    json.optional("storage", options.storage());
    json.optional("compression", options.compression());
    json.optional("statistics", options.statistics());
  }

  private void value(@Nullable ColumnValue value) {
    if (value instanceof DefaultValue defaultValue) {
      json.text("default", defaultValue.expression().text());
    } else if (value instanceof Identity identity) {
      json.object("identity", () -> {
        json.flag("always", identity.always());
        options(json, identity);
      });
    } else if (value instanceof Computed computed) {
      json.object("computed", () -> {
        json.text("expression", computed.expression().text());
        json.flag("virtual", !computed.stored());
      });
    }
  }

  /** What an identity or a sequence says of its numbers. */
  static void options(JsonText json, Identity identity) {
    json.optional("start", identity.start());
    json.optional("increment", identity.increment());
    json.optional("min", identity.min());
    json.optional("max", identity.max());
    json.optional("cache", identity.cache());
    json.flag("cycles", identity.cycles());
  }

  private void partitioning(Partitioning partitioning) {
    json.text("by", Words.word(partitioning.strategy()));
    json.inline("keys", partitioning.keys().stream().map(IndexElement::toString).toList());
    json.optionalObjects(
        "partitions", RecordedOrder.sorted(partitioning.partitions()), this::partition);
  }

  private void partition(Partition partition) {
    json.text("name", partition.name());
    json.text("values", partition.values().text());
  }
}
