package dev.lockstep.processor.snapshot;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.SchemaElements.view;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.ObjectKey;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Map;

/** Snapshots: a small one, and two that have everything that their format can hold. */
final class SampleSnapshot {
  private SampleSnapshot() {}

  static Snapshot small() {
    Schema schema = schema(editor -> {
      editor.createTable(
          "user",
          column("username", varchar(80)).notNull(),
          column("id", bigint()).notNull().identity(),
          unique("user_username_key", "username"),
          primaryKey("user_pkey", "id"));
    });
    return new Snapshot(
        List.of("M0001_InitialMigration"),
        schema,
        Map.of(QualifiedName.of("user"), "com.example.shop.User"));
  }

  static Snapshot large() {
    Schema schema = schema(editor -> {
      editor.createSchema("app");
      editor.createTable(
          "user",
          column("z", type("geometry(point,4326)")),
          column("id", bigint())
              .notNull()
              .identity(identityAlways()
                  .increment(-2)
                  .min(-9)
                  .max(100)
                  .start(50)
                  .cache(3)
                  .cycle()),
          column("name", text())
              .notNull()
              .defaultValue("'it''s \"q\" \\ \u8868'")
              .collate("C"),
          column("upper", text()).computed("upper(name)"),
          column("lower", text()).computedVirtual("lower(name)"),
          column("tags", type("varchar(20)[]")),
          column("mood", type("app.\"Mood\"")),
          column("price", numeric(10, 2)),
          primaryKey("user_pkey", "id", "price"),
          unique("user_a", "name", "upper").nullsNotDistinct().deferrable().include("lower"),
          check("user_check", "length(name) > 0"),
          check("user_lines", "length(name) > 0\n  AND name <> 'x'\r\n -- why\n  AND id > 0"));
      editor.commentOnTable("user", "\"People\"\n\twho\u0000 sign in \ud83d\ude00");
      editor.commentOnColumn("user", "name", "c");
      editor.in("app").createTable("user", column("a", integer()), column("b", numeric(5, 0)));
      editor
          .in("app")
          .addConstraint(
              "user",
              foreignKey("user_fkey", "a", "b")
                  .references("user", "id", "price")
                  .onDelete(ReferentialAction.SET_NULL)
                  .onUpdate(ReferentialAction.CASCADE)
                  .initiallyDeferred());
      editor.addConstraint("user", foreignKey("fk", "z").referencesIn("app", "user", "a"));
      editor.createIndex(
          "user",
          uniqueIndex("i2", "name desc nulls last", "(lower(name)) collate \"C\" text_pattern_ops")
              .nullsNotDistinct()
              .include("z")
              .where("name IS NOT NULL")
              .with("fillfactor", "70"));
      editor.createIndex("user", index("i1", "tags").using("gin"));
    });
    return new Snapshot(List.of("M0003_B", "M0002_A"), schema, Map.of());
  }

  /** With all that there is beside tables, and what only format 2 can say of them. */
  static Snapshot second() {
    Schema schema = schema(editor -> {
      editor.createSchema("app");
      objects(editor);
      partitioned(editor);
      booking(editor);
      views(editor);
      editor.createObject(
          "touch",
          "CREATE FUNCTION touch() RETURNS trigger AS $$\nBEGIN\n\tNEW.touched := now();\n\n"
              + "  RETURN NEW; \nEND\r\n$$ LANGUAGE plpgsql;\n",
          "DROP FUNCTION touch()");
      editor.createObject(
          "touch_sale",
          "CREATE TRIGGER t BEFORE UPDATE ON sale FOR EACH ROW EXECUTE FUNCTION touch()",
          "DROP TRIGGER t ON sale",
          "touch",
          "sale");
    });
    return new Snapshot(
        List.of("M0001_Initial"),
        schema,
        Map.of(QualifiedName.of("sale"), "com.example.shop.Sale"),
        Map.of(
            ObjectKey.of(ObjectKind.EXTENSION, "citext"), "com.example.shop",
            ObjectKey.of(ObjectKind.ENUM, "mood"), "com.example.shop.Mood",
            ObjectKey.of(ObjectKind.SEQUENCE, "number"), "com.example.shop",
            ObjectKey.of(ObjectKind.VIEW, "recent"), "com.example.shop.Recent",
            ObjectKey.of(ObjectKind.SQL_OBJECT, "touch"), "com.example.shop.Sale"));
  }

  private static void objects(SchemaEditor editor) {
    editor.createExtension("citext");
    editor.createExtension("btree_gist");
    editor.createEnum("mood", "sad", "it's \"ok\"", "happy");
    editor.commentOnEnum("mood", "How people are");
    editor.in("app").createEnum("mood");
    editor.createSequence(sequence("number")
        .as(integer())
        .increment(5)
        .min(-5)
        .max(500)
        .start(10)
        .cache(3)
        .cycle());
    editor.commentOnSequence("number", "Numbers");
    editor.in("app").createSequence(sequence("number"));
  }

  private static void partitioned(SchemaEditor editor) {
    editor.createTable(
        "sale",
        column("id", bigint()).notNull(),
        column("day", date()).notNull(),
        column("note", text()),
        primaryKey("sale_pkey", "id", "day"),
        partitionByRange("day", "(lower(note))"),
        tableOptions()
            .with("fillfactor", "70")
            .with("autovacuum_enabled", "false")
            .tablespace("fast"));
    editor.createPartition("sale", "sale_rest", "DEFAULT");
    editor.createPartition("sale", "sale_2025", "FROM ('2025-01-01') TO ('2026-01-01')");
    editor.setColumnStorage("sale", "note", text(), "external");
    editor.setColumnCompression("sale", "note", "lz4");
    editor.setColumnStatistics("sale", "note", 500);
    editor.commentOnColumn("sale", "note", "Why");
    editor.setSequenceOwner("number", "sale", "id");
    editor.createTable("audit", column("id", bigint()), tableOptions().notLogged());
  }

  private static void booking(SchemaEditor editor) {
    editor.createTable(
        "room",
        column("id", bigint()),
        column("valid", type("daterange")),
        primaryKey("room_pkey", "id", "valid").notOverlapping());
    editor.createTable(
        "booking",
        column("room", bigint()),
        column("during", type("daterange")),
        unique("booking_key", "room", "during").notOverlapping(),
        foreignKey("booking_fkey", "room", "during")
            .references("room", "id", "valid")
            .period(),
        exclude("booking_excl", "gist", "room with =", "(lower(during)) date_ops with <>")
            .where("room > 0")
            .initiallyDeferred());
  }

  private static void views(SchemaEditor editor) {
    editor.createView("recent", "SELECT id\nFROM sale\nWHERE day > now() - interval '1 month'");
    editor.createView(view("a", "SELECT 1 AS one").with("security_barrier", "true"));
    editor.commentOnView("a", "One");
    editor.in("app").createMaterializedView("recent", "SELECT id, day FROM sale");
    editor.createMaterializedView("b", "SELECT id FROM sale");
    editor.createIndex("b", uniqueIndex("b_id_idx", "id").include("id").where("id > 0"));
  }

  private static Schema schema(java.util.function.Consumer<SchemaEditor> migration) {
    return Operations.apply(SchemaEditor.record(migration), Schema.EMPTY);
  }
}
