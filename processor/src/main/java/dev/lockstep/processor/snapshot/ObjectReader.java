package dev.lockstep.processor.snapshot;

import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.Index;
import dev.lockstep.schema.NamedList;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlExpression;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.Table;
import dev.lockstep.schema.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a snapshot has beside tables. */
final class ObjectReader {
  private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint");
  private final TakenNames taken;
  private final TableReader tables;
  private final Map<ObjectKey, SchemaObject> objects = new TreeMap<>();
  private final Map<ObjectKey, String> classes = new TreeMap<>();
  private final Map<Sequence, JsonObject> owned = new LinkedHashMap<>();

  ObjectReader(TakenNames taken) {
    this.taken = taken;
    this.tables = new TableReader(taken);
  }

  Map<ObjectKey, SchemaObject> objects() {
    return objects;
  }

  Map<ObjectKey, String> classes() {
    return classes;
  }

  void read(JsonObject root) {
    read(root, "extensions", json -> Extension.of(json.text("name")));
    read(root, "enums", this::enumType);
    read(root, "sequences", this::sequence);
    read(root, "views", this::view);
    read(root, "objects", ObjectReader::sqlObject);
  }

  private void read(JsonObject root, String property, Function<JsonObject, SchemaObject> reader) {
    for (JsonObject json : root.objects(property)) {
      SchemaObject object = reader.apply(json);
      if (objects.put(object.key(), object) != null) {
        throw SnapshotException.damaged(json.line("name"), object.key() + " is there twice");
      }
      String className = json.optionalText("class");
      if (!className.isEmpty()) {
        classes.put(object.key(), className);
      }
      json.end();
    }
  }

  private static QualifiedName name(JsonObject json) {
    return new QualifiedName(json.optionalText("schema"), json.text("name"));
  }

  private EnumType enumType(JsonObject json) {
    QualifiedName name = name(json);
    taken.type(name, "enum", json.line("name"));
    json.require("values");
    return new EnumType(name, json.distinctTexts("values", "value"), json.optionalText("comment"));
  }

  private Sequence sequence(JsonObject json) {
    QualifiedName name = name(json);
    taken.relation(name, "sequence", json.line("name"));
    Sequence sequence = new Sequence(
        name,
        type(json),
        ColumnReader.options(json, false),
        owner(json, name),
        json.optionalText("comment"));
    if (sequence.owner() != null) {
      owned.put(sequence, json);
    }
    return sequence;
  }

  private static SqlType type(JsonObject json) {
    SqlType type = json.has("type") ? ColumnReader.type(json) : SqlType.of("bigint");
    if (!NUMBERS.contains(type.toString())) {
      throw SnapshotException.damaged(
          json.line("type"), "the type of a sequence is smallint, integer or bigint, not " + type);
    }
    return type;
  }

  private static Sequence.@Nullable Owner owner(JsonObject json, QualifiedName sequence) {
    return json.object("owner")
        .map(owner -> {
          QualifiedName table = sequence.sibling(owner.text("table"));
          Sequence.Owner read = new Sequence.Owner(
              owner.has("schema") ? table.in(owner.text("schema")) : table, owner.text("column"));
          owner.end();
          return read;
        })
        .orElse(null);
  }

  /** Refuses a sequence whose owner is not there, once all tables are known. */
  void requireOwners(Map<QualifiedName, Table> all) {
    owned.forEach((sequence, json) -> {
      Sequence.Owner owner = Objects.requireNonNull(sequence.owner());
      Table table = all.get(owner.table());
      if (table == null) {
        throw SnapshotException.damaged(
            json.line("owner"),
            "sequence \"" + sequence.name() + "\" is owned by table \"" + owner.table()
                + "\", which is not there");
      }
      new KnownColumns(owner.table(), table.columns().names())
          .require(owner.column(), json.line("owner"));
    });
  }

  private View view(JsonObject json) {
    QualifiedName name = name(json);
    boolean materialized = json.flag("materialized");
    taken.table(name, materialized ? "materialized view" : "view", json.line("name"));
    NamedList<Index> indexes = tables.indexes(json, name, IndexReader.ofView());
    if (!materialized && !indexes.isEmpty()) {
      throw SnapshotException.damaged(
          json.line("indexes"),
          "view \"" + name + "\" has indexes, which only a materialized one can have");
    }
    return new View(
        name,
        json.parsedLines("query", SqlExpression::of),
        materialized,
        json.map("with"),
        indexes,
        json.optionalText("comment"));
  }

  private static SqlObject sqlObject(JsonObject json) {
    return new SqlObject(
        QualifiedName.of(json.text("name")),
        json.lines("create"),
        json.lines("drop"),
        new TreeSet<>(json.distinctTexts("needs", "need")));
  }
}
