package dev.lockstep.processor.snapshot;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.QualifiedName;
import dev.lockstep.schema.ReferentialAction;
import dev.lockstep.schema.Schema;
import java.util.List;
import java.util.Map;

/** A snapshot that has everything. */
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
          check("user_check", "length(name) > 0"));
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

  private static Schema schema(java.util.function.Consumer<SchemaEditor> migration) {
    return Operations.apply(SchemaEditor.record(migration), Schema.EMPTY);
  }
}
