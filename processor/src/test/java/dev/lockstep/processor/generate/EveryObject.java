package dev.lockstep.processor.generate;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.date;
import static dev.lockstep.SchemaElements.exclude;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.partitionByHash;
import static dev.lockstep.SchemaElements.partitionByList;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.smallint;
import static dev.lockstep.SchemaElements.tableOptions;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.SchemaElements.view;

import dev.lockstep.SchemaEditor;

/** One operation of each kind and attribute on what there is beside plain tables. */
final class EveryObject {
  private EveryObject() {}

  /** Records them all, in the target schema and in another one. */
  static void record(SchemaEditor schema) {
    schema.createExtension("citext");
    schema.createExtension("uuid-ossp");
    schema.dropExtension("citext");
    schema.createObject("touch", EverySql.FUNCTION, "DROP FUNCTION touch()");
    schema.createObject("grant", "GRANT ALL ON t TO app", "REVOKE ALL ON t FROM app", "t", "app.t");
    schema.createObject(
        "touch_user",
        "CREATE TRIGGER touch BEFORE UPDATE ON \"user\" FOR EACH ROW EXECUTE FUNCTION touch()",
        "DROP TRIGGER touch ON \"user\"",
        "touch",
        "user");
    schema.replaceObject("touch", EverySql.FUNCTION + "\n", "DROP FUNCTION touch()", "user");
    schema.dropObject("touch", "DROP FUNCTION touch()");
    schema.dropObject("touch", "DROP FUNCTION touch();\nDROP FUNCTION touched();");
    for (SchemaEditor editor : new SchemaEditor[] {schema, schema.in("app")}) {
      enums(editor);
      sequences(editor);
      views(editor);
      parameters(editor);
      storage(editor);
      partitions(editor);
      constraints(editor);
    }
  }

  private static void enums(SchemaEditor schema) {
    schema.createEnum("mood", "sad", "it's \"ok\"", "happy");
    schema.createEnum("nothing");
    schema.createEnum("weekday", "monday tuesday wednesday thursday friday saturday".split(" "));
    schema.addEnumValue("mood", "ecstatic");
    schema.addEnumValueBefore("mood", "meh", "happy");
    schema.renameEnumValue("mood", "meh", "so so");
    schema.commentOnEnum("mood", "How people are");
    schema.renameEnum("mood", "state_of_mind");
    schema.setEnumSchema("mood", "other");
    schema.setEnumSchema("mood", "");
    schema.dropEnum("mood");
    schema.addColumn("t", column("mood", type("mood")).defaultValue("'sad'::mood"));
    schema.addColumn("t", column("moods", array(type("app.mood"))));
    schema.alterColumnType(
        "t",
        "mood",
        type("app.mood"),
        "(CASE mood::text WHEN 'lost' THEN 'closed' WHEN 'gone' THEN 'closed' ELSE mood::text END)::app.mood");
  }

  private static void sequences(SchemaEditor schema) {
    schema.createSequence(sequence("number"));
    schema.createSequence(sequence("number")
        .as(integer())
        .increment(5)
        .min(-5)
        .max(500)
        .start(10)
        .cache(3)
        .cycle());
    schema.createSequence(sequence("down").as(smallint()).increment(-1).max(9).start(8));
    schema.alterSequence(sequence("number"));
    schema.alterSequence(sequence("number").max(Long.MAX_VALUE).min(Long.MIN_VALUE));
    schema.commentOnSequence("number", "Numbers");
    schema.setSequenceOwner("number", "invoice", "number");
    schema.setSequenceOwner("number", "accounts", "invoice", "number");
    schema.dropSequenceOwner("number");
    schema.restartSequence("number", "invoice", "number");
    schema.restartSequence("number", "accounts", "invoice", "number");
    schema.continueSequence("number", "invoice", "id");
    schema.continueSequence("number", "accounts", "invoice", "id");
    schema.continueIdentity("invoice", "id", "number");
    schema.continueIdentity("invoice", "id", "accounts", "number");
    schema.renameSequence("number", "nr");
    schema.setSequenceSchema("number", "other");
    schema.setSequenceSchema("number", "");
    schema.dropSequence("number");
  }

  private static void views(SchemaEditor schema) {
    schema.createView("one", "SELECT 1 AS one");
    schema.createView("recent", EverySql.QUERY);
    schema.createView(view("recent", EverySql.QUERY)
        .with("security_barrier", "true")
        .with("check_option", "local"));
    schema.createMaterializedView("total", "SELECT sum(price) AS total FROM sale");
    schema.createView(
        materializedView("total", "SELECT sum(price) AS total FROM sale").with("fillfactor", "70"));
    schema.createIndex("total", uniqueIndex("total_idx", "total").where(EverySql.CONDITION));
    schema.commentOnView("one", "Just one");
    schema.commentOnMaterializedView("total", "First line\n  and a second one");
    schema.renameView("one", "two");
    schema.renameMaterializedView("total", "sum");
    schema.setViewSchema("one", "other");
    schema.setMaterializedViewSchema("total", "");
    schema.dropView("one");
    schema.dropMaterializedView("total");
  }

  private static void parameters(SchemaEditor schema) {
    schema.setTableParameters("t", "fillfactor", "70");
    schema.setTableParameters(
        "t",
        "autovacuum_vacuum_scale_factor",
        "0.01",
        "autovacuum_analyze_scale_factor",
        "0.02",
        "toast.autovacuum_enabled",
        "false");
    schema.setIndexParameters("i", "fastupdate", "off");
    schema.setViewParameters("v", "security_invoker", "true");
    schema.setMaterializedViewParameters("v", "fillfactor", "70");
    schema.resetTableParameters("t", "fillfactor", "toast.autovacuum_enabled");
    schema.resetIndexParameters("i", "fastupdate");
    schema.resetViewParameters("v", "security_invoker");
    schema.resetMaterializedViewParameters("v", "fillfactor");
  }

  private static void storage(SchemaEditor schema) {
    schema.setUnlogged("t");
    schema.setLogged("t");
    schema.setTablespace("t", "fast");
    schema.setTablespace("t", "");
    schema.setColumnStatistics("t", "a", 500);
    schema.resetColumnStatistics("t", "a");
    schema.setColumnStorage("t", "a", varchar(80), "external");
    schema.setColumnStorage("t", "a", text(), "");
    schema.setColumnCompression("t", "a", "lz4");
    schema.setColumnCompression("t", "a", "");
    schema.dropExpression("t", "a");
  }

  private static void partitions(SchemaEditor schema) {
    schema.createTable(
        "sale",
        column("id", bigint()).notNull(),
        column("day", date()).notNull(),
        primaryKey("sale_pkey", "id", "day"),
        partitionByRange("day", "(lower(note))"),
        tableOptions()
            .with("fillfactor", "70")
            .with("autovacuum_vacuum_scale_factor", "0.01")
            .tablespace("fast"));
    schema.createTable(
        "log", column("a", text()), partitionByList("a"), tableOptions().notLogged());
    schema.createTable("hashed", partitionByHash("a", "b"));
    schema.createPartition("sale", "sale_2025", "FROM ('2025-01-01') TO ('2026-01-01')");
    schema.attachPartition("log", "log_a", "IN ('a', 'b')");
    schema.createPartition("hashed", "hashed_0", "WITH (MODULUS 4, REMAINDER 0)");
    schema.createPartition("sale", "sale_rest", "DEFAULT");
    schema.renamePartition("sale", "sale_rest", "sale_other");
    schema.setPartitionSchema("sale_other", "app");
    schema.detachPartition("sale", "sale_2025");
    schema.dropPartition("sale", "sale_2025");
  }

  private static void constraints(SchemaEditor schema) {
    schema.addConstraint("room", primaryKey("room_pkey", "id", "valid").notOverlapping());
    schema.addConstraint(
        "room", unique("room_key", "id", "valid").notOverlapping().initiallyDeferred());
    schema.addConstraint(
        "booking",
        foreignKey("booking_fkey", "room", "during")
            .references("room", "id", "valid")
            .period());
    schema.addConstraint("booking", exclude("excl", "gist", "during with &&"));
    schema.addConstraint(
        "booking",
        exclude(
                "excl",
                "gist",
                "room with =",
                "(lower(during)) date_ops with OPERATOR(pg_catalog.<>)")
            .where("room > 0")
            .deferrable());
    schema.addConstraint("booking", exclude("excl", "btree", "room with =").initiallyDeferred());
  }
}
