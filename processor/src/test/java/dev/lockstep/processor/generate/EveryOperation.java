package dev.lockstep.processor.generate;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.bool;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.doublePrecision;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.identityByDefault;
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
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.ReferentialAction;
import java.util.List;

/** One operation of each kind and attribute that a generated migration can hold. */
final class EveryOperation {
  private static final String HOSTILE =
      "it's \"quoted\"\\u0022 \\ \n\r\t\0\u007f\u0085\u2028 caf\u00e9 \u8868 \ud83d\ude00 $L $$ */ //";

  private EveryOperation() {}

  static List<Operation> list() {
    return SchemaEditor.record(schema -> {
      namespaces(schema);
      tables(schema);
      columns(schema);
      identities(schema);
      constraints(schema);
      indexes(schema);
      data(schema);
      hostile(schema);
      EveryObject.record(schema);
      EverySql.record(schema);
    });
  }

  private static void namespaces(SchemaEditor schema) {
    schema.createSchema("app");
    schema.renameSchema("app", "shop");
    schema.dropSchema("shop");
  }

  private static void tables(SchemaEditor schema) {
    schema.createTable("empty");
    schema.createTable(
        "user",
        column("id", bigint()).notNull().identity(),
        column("name", varchar(80)).notNull().defaultValue("'x'").collate("C"),
        column("upper", text()).computed("upper(name)"),
        column("lower", text()).computedVirtual("lower(name)"),
        primaryKey("user_pkey", "id"),
        unique("user_name_key", "name", "upper").nullsNotDistinct().include("lower"),
        check("user_check", "length(name) > 0"));
    schema.in("app").createTable("user", column("id", integer()));
    schema.renameTable("user", "customer");
    schema.in("app").renameTable("user", "customer");
    schema.setTableSchema("user", "app");
    schema.in("app").setTableSchema("user", "");
    schema.commentOnTable("user", "People who may sign in");
    schema.commentOnTable("user", "");
    schema.dropTable("user");
    schema.in("app").dropTable("user");
  }

  private static void columns(SchemaEditor schema) {
    for (String name : List.of(
        "smallint",
        "integer",
        "bigint",
        "real",
        "double precision",
        "numeric",
        "numeric(10,2)",
        "numeric(4,-2)",
        "boolean",
        "text",
        "varchar",
        "varchar(80)",
        "char(3)",
        "bytea",
        "uuid",
        "date",
        "time",
        "timetz",
        "timestamp",
        "timestamptz",
        "timestamp(3)",
        "interval",
        "interval day to second(3)",
        "inet",
        "json",
        "jsonb",
        "citext",
        "app.\"Mood\"",
        "geometry(point,4326)",
        "text[]",
        "varchar(20)[]",
        "app.mood[]")) {
      schema.addColumn("t", column(name, type(name)));
    }
    schema.addColumn("t", column("list", array(doublePrecision())).notNull());
    schema.in("app").addColumn("t", column("flag", bool()).defaultValue("false"));
    schema.renameColumn("t", "a", "b");
    schema.alterColumnType("t", "a", numeric(10, 2));
    schema.alterColumnType("t", "a", integer(), "a::integer");
    schema.alterColumnCollation("t", "a", text(), "C");
    schema.alterColumnCollation("t", "a", text(), "C", "a::text");
    schema.setNotNull("t", "a");
    schema.dropNotNull("t", "a");
    schema.setDefault("t", "a", "now()");
    schema.dropDefault("t", "a");
    schema.commentOnColumn("t", "a", "What it is");
    schema.dropColumn("t", "a");
    schema.in("app").dropColumn("t", "a");
  }

  private static void identities(SchemaEditor schema) {
    schema.addIdentity("t", "id");
    schema.addIdentity("t", "id", identityAlways());
    schema.alterIdentity("t", "id", identityByDefault());
    schema.alterIdentity(
        "t",
        "id",
        identityAlways()
            .increment(10)
            .min(5)
            .max(Long.MAX_VALUE)
            .start(1000)
            .cache(7)
            .cycle());
    schema.alterIdentity("t", "id", identityByDefault().increment(-1).max(10).start(-1));
    schema.alterIdentity("t", "id", identityByDefault().increment(-1).min(Long.MIN_VALUE));
    schema.addColumn(
        "t", column("n", integer()).notNull().identity(identityAlways().start(5)));
    schema.restartIdentity("t", "id");
    schema.dropIdentity("t", "id");
  }

  private static void constraints(SchemaEditor schema) {
    schema.addConstraint("t", primaryKey("t_pkey", "a", "b"));
    schema.addConstraint("t", unique("t_a_key", "a").deferrable());
    schema.addConstraint("t", unique("t_b_key", "b").initiallyDeferred());
    schema.addConstraint("t", check("t_check", "a > 0 AND b > 0"));
    schema.addConstraint("t", foreignKey("t_fkey", "a", "b").references("u", "x", "y"));
    for (ReferentialAction action : ReferentialAction.values()) {
      schema.addConstraint("t", foreignKey("t_a_fkey", "a").references("u", "x").onDelete(action));
      schema.addConstraint(
          "t", foreignKey("t_a_fkey", "a").references("u", "x").onUpdate(action).deferrable());
    }
    schema
        .in("app")
        .addConstraint(
            "t", foreignKey("t_a_fkey", "a").referencesIn("other", "u", "x").initiallyDeferred());
    schema.renameConstraint("t", "a", "b");
    schema.dropConstraint("t", "t_pkey");
  }

  private static void indexes(SchemaEditor schema) {
    schema.createIndex("t", index("t_a_idx", "a"));
    schema.createIndex("t", index("t_d_idx", "(lower(a) -- why\n) desc").where("a > 0 -- b"));
    schema.createIndex(
        "t",
        uniqueIndex("t_b_idx", "b desc nulls last", "(lower(c)) collate \"C\" text_pattern_ops")
            .nullsNotDistinct()
            .include("d", "e")
            .where("a IS NOT NULL")
            .with("fillfactor", "70")
            .with("deduplicate_items", "off"));
    schema.in("app").createIndex("t", index("t_c_idx", "c").using("gin"));
    schema.renameIndex("t_a_idx", "t_b_idx");
    schema.in("app").renameIndex("t_a_idx", "t_b_idx");
    schema.dropIndex("t_a_idx");
    schema.createIndexConcurrently("t", uniqueIndex("t_b_idx", "b").where("b > 0"));
    schema.in("app").createIndexConcurrently("t", index("t_a_idx", "a"));
    schema.dropIndexConcurrently("t_b_idx");
    schema.in("app").dropIndexConcurrently("t_a_idx");
    schema.createIndexOnly("t", index("t_a_idx", "a"));
    schema.in("app").attachIndex("t_a_idx", "part_a_idx");
    schema.addConstraintNotValid("t", check("c", "a > 0"));
    schema.addConstraintNotValid("t", foreignKey("f", "a").references("u", "x"));
    schema.in("app").validateConstraint("t", "c");
    schema.addConstraintUsingIndex("t", unique("t_u", "a").deferrable(), "t_u_idx");
    schema.in("app").addConstraintUsingIndex("t", primaryKey("t_p", "a"), "t_p_idx");
    schema.in("app").dropIndex("t_a_idx");
  }

  private static void data(SchemaEditor schema) {
    schema.lockTable("t");
    schema.in("app").lockWrites("t");
    schema.fillNulls("t", "a", "0");
    schema.backfill("t", "a", "0");
    schema.in("app").backfill("t", "a", "lower(b)");
    schema.analyze("t");
    schema.in("app").analyze("t", "a", "b");
    schema.keepExtras("t", "a", "b");
    schema.in("app").keepExtras("t", "a", "a", "t_a_idx", "t_a_check");
    schema.in("app").restoreExtras("t", "a");
    schema.sql("CREATE VIEW v AS\nSELECT *\nFROM t\n");
  }

  private static void hostile(SchemaEditor schema) {
    schema
        .in(HOSTILE)
        .addColumn(
            HOSTILE, column(HOSTILE, text()).defaultValue("'" + HOSTILE.replace("'", "''") + "'"));
    schema.backfill("t", HOSTILE, "'" + HOSTILE.replace("'", "''") + "'");
    schema.commentOnTable("t", "A sentence of some length that goes on and on. ".repeat(12));
    schema.commentOnTable("t", "x".repeat(300));
    schema.addConstraint("t", check("c", "a = ".repeat(60) + "a"));
    schema.addConstraint(
        "t", primaryKey("p", "a", "a_rather_long_column_name ".repeat(4).split(" ")));
  }
}
