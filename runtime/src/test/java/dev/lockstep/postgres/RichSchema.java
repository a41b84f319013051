package dev.lockstep.postgres;

import static dev.lockstep.SchemaElements.*;
import static dev.lockstep.schema.ReferentialAction.CASCADE;
import static dev.lockstep.schema.ReferentialAction.RESTRICT;
import static dev.lockstep.schema.ReferentialAction.SET_DEFAULT;
import static dev.lockstep.schema.ReferentialAction.SET_NULL;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.operation.Operations;
import dev.lockstep.schema.Schema;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.TableElement;
import java.util.ArrayList;
import java.util.List;

/** A schema with something of everything that a server of some major version has. */
final class RichSchema {
  static final String HOSTILE = "a\"b; drop table \"x\"";
  private static final List<String> TYPES = List.of(
      "text",
      "varchar(80)",
      "varchar",
      "boolean",
      "smallint",
      "integer",
      "bigint",
      "real",
      "double precision",
      "numeric(10,2)",
      "numeric",
      "bytea",
      "uuid",
      "timestamptz",
      "timestamp",
      "timestamptz(3)",
      "date",
      "time",
      "timetz",
      "interval",
      "interval day to second(3)",
      "inet",
      "char(3)",
      "bpchar",
      "bit(8)",
      "varbit(9)",
      "json",
      "jsonb",
      "money",
      "tsvector",
      "int4range",
      "xml",
      "point",
      "macaddr",
      "cidr",
      "name");

  private RichSchema() {}

  /** Needs nothing but an empty database. */
  static List<Operation> operations(int major) {
    return SchemaEditor.record(schema -> create(schema, major));
  }

  static void create(SchemaEditor schema, int major) {
    types(schema);
    columns(schema);
    keys(schema);
    foreignKeys(schema);
    indexes(schema);
    names(schema);
    if (major >= 15) {
      since15(schema);
    }
    if (major >= 18) {
      since18(schema);
    }
    RichObjects.create(schema, major);
  }

  static Schema schema(int major) {
    return Operations.apply(operations(major), Schema.EMPTY);
  }

  private static void types(SchemaEditor schema) {
    List<TableElement> columns = new ArrayList<>();
    for (String type : TYPES) {
      columns.add(column("c_" + type, SqlType.parse(type)));
      columns.add(column("a_" + type, SqlType.parse(type).arrayOf()));
    }
    schema.createTable("types", columns.toArray(TableElement[]::new));
  }

  private static void columns(SchemaEditor schema) {
    schema.createTable(
        "identities", column("plain", bigint()).notNull().identity(identityAlways()));
    schema.createTable(
        "identity_small", column("id", type("smallint")).notNull().identity());
    schema.createTable(
        "identity_down",
        column("id", integer()).notNull().identity(identityByDefault().increment(-1)));
    schema.createTable(
        "identity_all",
        column("id", integer())
            .notNull()
            .identity(identityAlways()
                .start(100)
                .increment(5)
                .min(10)
                .max(1000)
                .cache(20)
                .cycle()));
    schema.createTable(
        "columns",
        column("a", integer()).notNull().defaultValue("0"),
        column("b", varchar(20)).defaultValue("'it''s'").collate("C"),
        column("c", timestamptz()).notNull().defaultValue("now() at time zone 'utc'"),
        column("d", array(text())).notNull().defaultValue("'{}'"),
        column("e", numeric(12, 2)).computed("(a * 2)::numeric"),
        column("f", jsonb()).defaultValue("'{\"a\": [1, {}]}'"),
        column("g", text()).defaultValue("'back\\slash'").collate("ucs_basic"),
        column("h", bool()).defaultValue("not true or 1 in (1, 2) -- yes"),
        column("i", uuid()).defaultValue("gen_random_uuid()"),
        column("j", SqlType.of("varchar", 40)).computed("upper(b)"),
        check("columns_a_check", "a >= 0 and a < 10 -- small"),
        check("columns_b_check", "b in ('x', 'y') or b is null"));
  }

  private static void keys(SchemaEditor schema) {
    schema.createTable(
        "keys",
        column("b", integer()).notNull(),
        column("a", integer()).notNull(),
        column("c", text()),
        column("d", text()),
        primaryKey("keys_pkey", "a", "b"),
        unique("keys_c_key", "c"),
        unique("keys_d_key", "d").deferrable(),
        unique("keys_c_d_key", "d", "c").initiallyDeferred(),
        unique("keys_include", "c", "a").include("d", "b"));
    schema.createTable(
        "user", column("id", bigint()).notNull().identity(), primaryKey("user_pkey", "id"));
  }

  private static void foreignKeys(SchemaEditor schema) {
    schema.createTable(
        "node",
        column("id", bigint()).notNull(),
        column("parent_id", bigint()),
        column("user_id", bigint()).notNull().defaultValue("1"),
        column("x", integer()),
        column("y", integer()),
        primaryKey("node_pkey", "id"),
        foreignKey("node_parent_id_fkey", "parent_id").references("node", "id").onDelete(CASCADE),
        foreignKey("node_user_id_fkey", "user_id")
            .references("user", "id")
            .onDelete(SET_DEFAULT)
            .onUpdate(RESTRICT)
            .initiallyDeferred(),
        foreignKey("node_keys_fkey", "y", "x")
            .references("keys", "b", "a")
            .onDelete(SET_NULL)
            .onUpdate(CASCADE)
            .deferrable());
    schema.createSchema("app");
    schema.createSchema("empty schema");
    SchemaEditor app = schema.in("app");
    app.createTable(
        "user",
        column("id", bigint()).notNull(),
        column("name", text()).defaultValue("'x'"),
        primaryKey("user_pkey", "id"),
        foreignKey("user_id_fkey", "id").references("user", "id"));
    schema.addConstraint(
        "user",
        foreignKey("user_id_fkey", "id").referencesIn("app", "user", "id").deferrable());
    app.createIndex("user", index("types_idx", "name"));
    app.commentOnColumn("user", "name", "another schema's");
  }

  private static void indexes(SchemaEditor schema) {
    schema.createTable(
        "docs",
        column("a", text()),
        column("b", integer()),
        column("tags", array(text())),
        column("body", jsonb()),
        column("box", type("box")),
        column("c", varchar(10)).collate("C"));
    schema.createIndex("docs", index("plain", "a"));
    schema.createIndex("docs", uniqueIndex("one", "a", "b"));
    schema.createIndex("docs", index("ordered", "a desc", "b nulls first", "c desc nulls last"));
    schema.createIndex("docs", index("partial", "b").where("b > 0 and a in ('x', 'y')"));
    schema.createIndex(
        "docs", index("expression", "(lower(a)) collate \"C\" desc", "(b + 1)", "b"));
    schema.createIndex("docs", index("classes", "a text_pattern_ops", "c collate \"ucs_basic\""));
    schema.createIndex("docs", uniqueIndex("carrying", "a").include("b", "c"));
    schema.createIndex("docs", index("full", "a").with("fillfactor", "70"));
    schema.createIndex(
        "docs", index("gin", "tags", "body jsonb_path_ops").using("gin").with("fastupdate", "off"));
    schema.createIndex("docs", index("hash", "a").using("hash"));
    schema.createIndex("docs", index("gist", "box").using("gist"));
    schema.createIndex("docs", index("brin", "b").using("brin").with("pages_per_range", "16"));
    schema.createIndex(
        "docs", index("bloom", "b int4_bloom_ops(n_distinct_per_range=100)").using("brin"));
  }

  private static void names(SchemaEditor schema) {
    String comment = "it's \"quoted\"\nsecond line \\ with $$ and ; -- and ü";
    schema.createTable(
        HOSTILE,
        column("select", integer()).notNull(),
        column("MixedCase", text()),
        column("größe '", integer()),
        column(HOSTILE, integer()),
        primaryKey(HOSTILE + "_pkey", "select"),
        unique("Unique Key", "MixedCase", HOSTILE),
        check("check", "\"MixedCase\" <> '\"' and \"größe '\" > 0"),
        foreignKey("foreign", HOSTILE).references(HOSTILE, "select"));
    schema.createIndex(HOSTILE, index("index", "MixedCase", "(\"größe '\" + 1)"));
    schema.commentOnTable(HOSTILE, comment);
    schema.commentOnColumn(HOSTILE, "MixedCase", comment);
    schema.createTable("nothing");
  }

  private static void since15(SchemaEditor schema) {
    schema.addConstraint("docs", unique("not_distinct", "b").nullsNotDistinct());
    schema.createIndex("docs", uniqueIndex("not_distinct_idx", "(b + 1)").nullsNotDistinct());
  }

  private static void since18(SchemaEditor schema) {
    schema.addColumn("columns", column("virtual", integer()).computedVirtual("a + 1"));
  }
}
