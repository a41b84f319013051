package dev.lockstep.processor.snapshot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter.FixedSpaceIndenter;
import com.fasterxml.jackson.core.util.Separators;
import dev.lockstep.schema.Check;
import dev.lockstep.schema.Column;
import dev.lockstep.schema.ColumnValue;
import dev.lockstep.schema.Computed;
import dev.lockstep.schema.Constraint;
import dev.lockstep.schema.DefaultValue;
import dev.lockstep.schema.Deferral;
import dev.lockstep.schema.ForeignKey;
import dev.lockstep.schema.Identity;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.IndexElement;
import dev.lockstep.schema.Named;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.PrimaryKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.Unique;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one snapshot. The order of properties is part of the format: {@link SnapshotReader} reads
 * the same list.
 */
final class SnapshotWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private final DefaultPrettyPrinter layout = new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
      .withObjectIndenter(LINES)
      .withArrayIndenter(LINES);
  private final JsonGenerator json;

  private SnapshotWriter(StringWriter text) throws IOException {
    this.json = JSON.createGenerator(text).setPrettyPrinter(layout);
  }

  static String write(Snapshot snapshot) {
    return text(writer -> {
      writer.json.writeNumberField("format", SnapshotJson.FORMAT);
      writer.lines("heads", snapshot.heads());
      writer.schema(snapshot.schema(), snapshot.classes());
    });
  }

  static String write(Schema schema) {
    return text(writer -> writer.schema(schema, Map.of()));
  }

  private interface Content {
    void writeTo(SnapshotWriter writer) throws IOException;
  }

  private static String text(Content content) {
    StringWriter text = new StringWriter();
    try {
      SnapshotWriter writer = new SnapshotWriter(text);
      writer.json.writeStartObject();
      content.writeTo(writer);
      writer.json.writeEndObject();
      writer.json.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private void schema(Schema schema, Map<QualifiedName, String> classes) throws IOException {
    if (!schema.namespaces().isEmpty()) {
      lines("namespaces", schema.namespaces());
    }
    json.writeArrayFieldStart("tables");
    for (Table table : schema.tables().values()) {
      table(table, classes.getOrDefault(table.name(), ""));
    }
    json.writeEndArray();
  }

  private void table(Table table, String className) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", table.name().name());
    optional("schema", table.name().schema());
    optional("class", className);
    optional("comment", table.comment());
    json.writeArrayFieldStart("columns");
    for (Column column : table.columns()) {
      column(column);
    }
    json.writeEndArray();
    constraints(sorted(table.constraints()));
    indexes(sorted(table.indexes()));
    json.writeEndObject();
  }

  private void constraints(List<Constraint> constraints) throws IOException {
    if (!constraints.isEmpty()) {
      json.writeArrayFieldStart("constraints");
      for (Constraint constraint : constraints) {
        constraint(constraint);
      }
      json.writeEndArray();
    }
  }

  private void indexes(List<Index> indexes) throws IOException {
    if (!indexes.isEmpty()) {
      json.writeArrayFieldStart("indexes");
      for (Index index : indexes) {
        index(index);
      }
      json.writeEndArray();
    }
  }

  private static <T extends Named> List<T> sorted(NamedList<T> items) {
    return items.stream().sorted(Comparator.comparing(Named::name)).toList();
  }

  private void column(Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.type().toString());
    flag("notNull", !column.nullable());
    value(column.value());
    optional("collation", column.collation());
    optional("comment", column.comment());
    json.writeEndObject();
  }

  private void value(@Nullable ColumnValue value) throws IOException {
    if (value instanceof DefaultValue defaultValue) {
      json.writeStringField("default", defaultValue.expression().text());
    } else if (value instanceof Identity identity) {
      identity(identity);
    } else if (value instanceof Computed computed) {
      json.writeObjectFieldStart("computed");
      json.writeStringField("expression", computed.expression().text());
      flag("virtual", !computed.stored());
      json.writeEndObject();
    }
  }

  private void identity(Identity identity) throws IOException {
    json.writeObjectFieldStart("identity");
    flag("always", identity.always());
    optional("start", identity.start());
    optional("increment", identity.increment());
    optional("min", identity.min());
    optional("max", identity.max());
    optional("cache", identity.cache());
    flag("cycles", identity.cycles());
    json.writeEndObject();
  }

  private void constraint(Constraint constraint) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", constraint.name());
    json.writeStringField("kind", Words.word(Words.Kind.of(constraint)));
    if (constraint instanceof PrimaryKey key) {
      inline("columns", key.columns());
    } else if (constraint instanceof Unique unique) {
      unique(unique);
    } else if (constraint instanceof ForeignKey key) {
      foreignKey(key);
    } else if (constraint instanceof Check check) {
      json.writeStringField("expression", check.expression().text());
    }
    json.writeEndObject();
  }

  private void unique(Unique unique) throws IOException {
    inline("columns", unique.columns());
    flag("nullsNotDistinct", !unique.nullsDistinct());
    unlessDefault("deferral", unique.deferral(), Deferral.NOT_DEFERRABLE);
    optionalInline("include", unique.include());
  }

  private void foreignKey(ForeignKey key) throws IOException {
    inline("columns", key.columns());
    json.writeStringField("references", key.target().name());
    optional("referencesIn", key.target().schema());
    inline("referencedColumns", key.targetColumns());
    unlessDefault("onDelete", key.onDelete(), ReferentialAction.NO_ACTION);
    unlessDefault("onUpdate", key.onUpdate(), ReferentialAction.NO_ACTION);
    unlessDefault("deferral", key.deferral(), Deferral.NOT_DEFERRABLE);
  }

  private void index(Index index) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", index.name());
    flag("unique", index.unique());
    flag("nullsNotDistinct", !index.nullsDistinct());
    optional("method", index.method().equals("btree") ? "" : index.method());
    inline("elements", index.elements().stream().map(IndexElement::toString).toList());
    optionalInline("include", index.include());
    optional("where", index.where() == null ? "" : index.where().text());
    if (!index.with().isEmpty()) {
      json.writeObjectFieldStart("with");
      for (Map.Entry<String, String> parameter : index.with().entrySet()) {
        json.writeStringField(parameter.getKey(), parameter.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private <E extends Enum<E>> void unlessDefault(String name, E value, E usual) throws IOException {
    if (value != usual) {
      json.writeStringField(name, Words.word(value));
    }
  }

  private void optional(String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private void optional(String name, @Nullable Long value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value);
    }
  }

  private void flag(String name, boolean value) throws IOException {
    if (value) {
      json.writeBooleanField(name, true);
    }
  }

  private void optionalInline(String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      inline(name, values);
    }
  }

  private void lines(String name, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void inline(String name, List<String> values) throws IOException {
    layout.indentArraysWith(FixedSpaceIndenter.instance);
    lines(name, values);
    layout.indentArraysWith(LINES);
  }
}
