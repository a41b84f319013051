package dev.lockstep.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that is the same for equal things alone: names sorted where equality ignores their order,
 * SQL in its normal form, and nothing for what is left out, so that a property that comes with a
 * later version changes no text of a schema without it.
 *
 * <pre>
 * table "user"(column "id"(type "bigint"(),notNull "true",),)
 * </pre>
 */
final class CanonicalText {
  private static final Comparator<Named> BY_NAME = Comparator.comparing(Named::name);

  /** Joined at the end: calls of {@code append} make much machine code of what is hot. */
  private final List<String> parts = new ArrayList<>();

  private CanonicalText() {}

  static String of(Table table) {
    return String.join("", new CanonicalText().table(table).parts);
  }

  static String of(SchemaObject object) {
    return String.join("", new CanonicalText().object(object).parts);
  }

  private CanonicalText table(Table table) {
    begin("table", table.name());
    for (Column column : sorted(table.columns())) {
      column(column);
    }
    for (Constraint constraint : sorted(table.constraints())) {
      constraint(constraint);
    }
    for (Index index : sorted(table.indexes())) {
      index(index);
    }
    add("comment", table.comment());
    add("with", table.options().with());
    add("unlogged", table.options().unlogged());
    add("tablespace", table.options().tablespace());
    Partitioning partitioning = table.partitioning();
    if (partitioning != null) {
      begin("partitioned", partitioning.strategy());
      partitioning.keys().forEach(this::element);
      sorted(partitioning.partitions())
          .forEach(partition -> begin("partition", partition.name())
              .add("values", partition.values())
              .end());
      end();
    }
    return end();
  }

  private void column(Column column) {
    begin("column", column.name()).type(column.type()).add("notNull", !column.nullable());
    ColumnValue value = column.value();
    if (value instanceof Identity identity) {
      identity("identity", identity);
    } else if (value instanceof Computed computed) {
      add("computed", computed.expression()).add("stored", computed.stored());
    } else if (value instanceof DefaultValue preset) {
      add("default", preset.expression());
    }
    add("collation", column.collation()).add("comment", column.comment());
    add("storage", column.options().storage())
        .add("compression", column.options().compression())
        .add("statistics", column.options().statistics())
        .end();
  }

  private CanonicalText type(SqlType type) {
    return begin("type", type.name())
        .add("schema", type.schema())
        .add("modifiers", type.modifiers())
        .add("array", type.array())
        .end();
  }

  private void identity(String word, Identity identity) {
    begin(word, "")
        .add("always", identity.always())
        .add("start", identity.start())
        .add("increment", identity.increment())
        .add("min", identity.min())
        .add("max", identity.max())
        .add("cache", identity.cache())
        .add("cycles", identity.cycles())
        .end();
  }

  private void constraint(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      begin("primaryKey", key.name()).add("columns", key.columns());
      add("withoutOverlaps", key.withoutOverlaps());
    } else if (constraint instanceof Unique unique) {
      begin("unique", unique.name()).add("columns", unique.columns());
      add("nullsNotDistinct", !unique.nullsDistinct()).deferral(unique.deferral());
      add("include", unique.include()).add("withoutOverlaps", unique.withoutOverlaps());
    } else if (constraint instanceof ForeignKey key) {
      begin("foreignKey", key.name()).add("columns", key.columns());
      begin("target", key.target()).add("columns", key.targetColumns()).end();
      add("onDelete", key.onDelete()).add("onUpdate", key.onUpdate());
      deferral(key.deferral()).add("period", key.coversPeriod());
    } else if (constraint instanceof Check check) {
      begin("check", check.name()).add("expression", check.expression());
    } else if (constraint instanceof Exclusion exclusion) {
      begin("exclusion", exclusion.name()).add("method", exclusion.method());
      exclusion.elements().forEach(each -> {
        element(each.what());
        add("operator", each.operator());
      });
      add("where", exclusion.where()).deferral(exclusion.deferral());
    }
    end();
  }

  private CanonicalText deferral(Deferral deferral) {
    return deferral == Deferral.NOT_DEFERRABLE ? this : add("deferral", deferral);
  }

  private void index(Index index) {
    begin("index", index.name()).add("unique", index.unique());
    add("nullsNotDistinct", !index.nullsDistinct()).add("method", index.method());
    for (IndexElement element : index.elements()) {
      element(element);
    }
    add("include", index.include())
        .add("where", index.where())
        .add("with", index.with())
        .end();
  }

  private void element(IndexElement element) {
    begin("element", "")
        .add("column", element.column())
        .add("expression", element.expression())
        .add("collation", element.collation())
        .add("operatorClass", element.operatorClass())
        .add("descending", element.descending())
        .add("nullsFirst", element.nullsFirst())
        .end();
  }

  private CanonicalText object(SchemaObject object) {
    begin(object.kind().word(), object.name());
    if (object instanceof EnumType type) {
      add("values", type.values().stream().sorted().toList());
    } else if (object instanceof Sequence sequence) {
      type(sequence.type()).identity("options", sequence.options());
      Sequence.Owner owner = sequence.owner();
      if (owner != null) {
        begin("owner", owner.table()).add("column", owner.column()).end();
      }
    } else if (object instanceof View view) {
      add("query", view.query()).add("with", view.with());
      sorted(view.indexes()).forEach(this::index);
    } else if (object instanceof SqlObject sql) {
      add("create", sql.create()).add("drop", sql.drop()).add("needs", sql.needs());
    }
    return add("comment", object.comment()).end();
  }

  private static <T extends Named> List<T> sorted(NamedList<T> items) {
    List<T> sorted = new ArrayList<>(items.asList());
    sorted.sort(BY_NAME);
    return sorted;
  }

  private CanonicalText begin(String word, Object name) {
    parts.add(word);
    parts.add(" ");
    value(name);
    parts.add("(");
    return this;
  }

  private CanonicalText end() {
    parts.add("),");
    return this;
  }

  /** Nothing for null, false, and what is empty. */
  private CanonicalText add(String word, @Nullable Object value) {
    if (value != null && !isAbsent(value)) {
      parts.add(word);
      parts.add(" ");
      value(value);
      parts.add(",");
    }
    return this;
  }

  private static boolean isAbsent(Object value) {
    if (value instanceof String text) {
      return text.isEmpty();
    }
    return value.equals(false)
        || (value instanceof Collection<?> some && some.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private void value(Object value) {
    if (value instanceof String plain) {
      quoted(plain);
    } else if (value instanceof Collection<?> some) {
      parts.add("[");
      for (Object each : some) {
        value(each);
      }
      parts.add("]");
    } else if (value instanceof Map<?, ?> map) {
      parts.add("[");
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        value(entry.getKey());
        value(entry.getValue());
      }
      parts.add("]");
    } else if (value instanceof QualifiedName name) {
      quoted(name.schema());
      parts.add(".");
      quoted(name.name());
    } else {
      quoted(value instanceof SqlExpression sql ? sql.normalForm() : String.valueOf(value));
    }
  }

  private void quoted(String plain) {
    parts.add("\"");
    parts.add(plain.indexOf('"') < 0 ? plain : plain.replace("\"", "\"\""));
    parts.add("\"");
  }
}
