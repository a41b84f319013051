package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes what there is beside tables, a list for each kind. */
final class ObjectWriter {
  private final JsonText json;
  private final Schema schema;
  private final Map<ObjectKey, String> classes;

  ObjectWriter(JsonText json, Schema schema, Map<ObjectKey, String> classes) {
    this.json = json;
    this.schema = schema;
    this.classes = classes;
  }

  /** What tables may need. */
  void beforeTables() {
    json.optionalObjects("extensions", objects(Extension.class), this::named);
    json.optionalObjects("enums", objects(EnumType.class), this::enumType);
    json.optionalObjects("sequences", objects(Sequence.class), this::sequence);
  }

  /** What may need tables. */
  void afterTables() {
    json.optionalObjects("views", objects(View.class), this::view);
    json.optionalObjects("objects", objects(SqlObject.class), this::sqlObject);
  }

  private <O extends SchemaObject> List<O> objects(Class<O> kind) {
    return schema.objects(kind).sorted(Comparator.comparing(SchemaObject::name)).toList();
  }

  private void named(SchemaObject object) {
    json.text("name", object.name().name());
    json.optional("schema", object.name().schema());
    json.optional("class", classes.getOrDefault(object.key(), ""));
    json.optional("comment", object.comment());
  }

  private void enumType(EnumType type) {
    named(type);
    json.lines("values", type.values());
  }

  private void sequence(Sequence sequence) {
    named(sequence);
    if (!sequence.type().equals(SqlType.of("bigint"))) {
      json.text("type", sequence.type().toString());
    }
    TableWriter.options(json, sequence.options());
    Sequence.Owner owner = sequence.owner();
    if (owner != null) {
      json.object("owner", () -> {
        json.text("table", owner.table().name());
        if (!owner.table().schema().equals(sequence.name().schema())) {
          json.text("schema", owner.table().schema());
        }
        json.text("column", owner.column());
      });
    }
  }

  private void view(View view) {
    named(view);
    json.flag("materialized", view.materialized());
    json.optionalMap("with", view.with());
    json.sql("query", view.query().text());
    new ConstraintWriter(json).indexes(view.indexes());
  }

  private void sqlObject(SqlObject object) {
    named(object);
    json.sql("create", object.create());
    json.sql("drop", object.drop());
    json.optionalInline("needs", List.copyOf(object.needs()));
  }
}
