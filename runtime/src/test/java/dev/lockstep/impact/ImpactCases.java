package dev.lockstep.impact;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.partitionByRange;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.uuid;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import java.util.List;
import java.util.function.Consumer;

/** Statements that random edits seldom or never need, one to a case. */
final class ImpactCases {
  private ImpactCases() {}

  /** Of the server, made before the cases run. */
  static final String TABLESPACE = "lockstep_impact";

  /** Some operations on what others made. */
  record Case(String name, List<Operation> before, List<Operation> operations) {}

  private static final Consumer<SchemaEditor> SHOP = schema -> {
    schema.createSchema("crm");
    schema.createTable(
        "customer",
        column("id", bigint()).notNull().identity(),
        column("name", varchar(40)),
        column("email", text()).notNull(),
        column("age", integer()),
        primaryKey("customer_pkey", "id"),
        check("customer_age_check", "age > 0"),
        check("customer_name_known", "name IS NOT NULL"));
    schema.createTable(
        "purchase",
        column("id", bigint()).notNull(),
        column("customer_id", bigint()),
        primaryKey("purchase_pkey", "id"),
        foreignKey("purchase_customer_id_fkey", "customer_id").references("customer", "id"));
    schema.createTable(
        "reading",
        column("taken", integer()).notNull(),
        column("value", integer()),
        partitionByRange("taken"));
    schema.createPartition("reading", "reading_low", "FROM (0) TO (100)");
    schema.createPartition("reading", "reading_high", "FROM (100) TO (200)");
    schema.createPartition("reading", "reading_rest", "DEFAULT");
  };

  static List<Case> all() {
    return List.of(
        of("identity altered", schema -> schema.alterIdentity("customer", "id", identityAlways())),
        of("partition renamed", schema -> schema.renamePartition("reading", "reading_low", "low")),
        of("schema renamed", schema -> schema.renameSchema("crm", "sales")),
        of("tablespace", schema -> schema.setTablespace("customer", TABLESPACE)),
        of(
            "column with a constant default",
            schema ->
                schema.addColumn("customer", column("a", integer()).notNull().defaultValue("1"))),
        of(
            "column with now()",
            schema ->
                schema.addColumn("customer", column("a", timestamptz()).defaultValue("now()"))),
        of(
            "column with clock_timestamp()",
            schema -> schema.addColumn(
                "customer", column("a", timestamptz()).defaultValue("clock_timestamp()"))),
        of(
            "column with a random default",
            schema -> schema.addColumn(
                "customer", column("a", uuid()).defaultValue("gen_random_uuid()"))),
        of(
            "generated column",
            schema -> schema.addColumn("customer", column("a", integer()).computed("age + 1"))),
        of(
            "identity column",
            schema ->
                schema.addColumn("purchase", column("a", integer()).notNull().identity())),
        of(
            "column to a partitioned table",
            schema -> schema.addColumn("reading", column("a", integer()).defaultValue("random()"))),
        of("NOT NULL that a check proves", schema -> schema.setNotNull("customer", "name")),
        of(
            "type of a referenced column",
            schema -> schema.alterColumnType("customer", "id", integer())),
        of(
            "type of a referencing column",
            schema -> schema.alterColumnType("purchase", "customer_id", integer())),
        of("wider type", schema -> schema.alterColumnType("customer", "name", varchar(80))),
        of(
            "wider type by a cast",
            schema -> schema.alterColumnType("customer", "name", varchar(80), "name::varchar(80)")),
        of(
            "wider type by a cast spelled otherwise",
            schema -> schema.alterColumnType(
                "customer", "name", varchar(80), "CAST(name AS character varying(80))")),
        of(
            "type of one form by a cast",
            schema ->
                schema.alterColumnType("customer", "email", type("varchar"), "email::varchar")),
        of(
            "type of one form by the column",
            schema -> schema.alterColumnType("customer", "email", type("varchar"), "email")),
        of(
            "type of one form by an expression",
            schema -> schema.alterColumnType("customer", "email", type("varchar"), "email || ''")),
        of(
            "shorter type by a cast",
            schema -> schema.alterColumnType("customer", "name", varchar(20), "name::varchar(20)")),
        of(
            "other type by a cast",
            schema -> schema.alterColumnType("customer", "age", bigint(), "age::bigint")),
        of(
            "referenced type by a cast",
            schema -> schema.alterColumnType("customer", "id", integer(), "id::integer")),
        of("type with a check", schema -> schema.alterColumnType("customer", "name", text())),
        of(
            "type of a partitioned table",
            schema -> schema.alterColumnType("reading", "value", bigint())),
        of("unique", schema -> schema.addConstraint("customer", unique("u", "email"))),
        of(
            "check of a partitioned table",
            schema -> schema.addConstraint("reading", check("c", "value > -1000000"))),
        of(
            "index of a partitioned table",
            schema -> schema.createIndex("reading", index("i", "value"))),
        of("index of a partitioned table, part by part", schema -> {
          schema.createIndexOnly("reading", index("reading_i", "value"));
          schema.createIndexConcurrently("reading_low", index("low_i", "value"));
          schema.createIndexConcurrently("reading_high", index("high_i", "value"));
          schema.createIndexConcurrently("reading_rest", index("rest_i", "value"));
          schema.attachIndex("reading_i", "low_i");
          schema.attachIndex("reading_i", "high_i");
          schema.attachIndex("reading_i", "rest_i");
        }),
        of(
            "partition beside a default",
            schema ->
                schema.createPartition("reading", "reading_far", "FROM (900000) TO (900001)")),
        of("generated column that becomes plain", schema -> {
          schema.addColumn("customer", column("a", integer()).computed("age + 1"));
          schema.dropExpression("customer", "a");
        }),
        of("check not valid", schema -> {
          schema.addConstraintNotValid("customer", check("c", "age < 1000000000"));
          schema.validateConstraint("customer", "c");
        }),
        of("check of a partitioned table not valid", schema -> {
          schema.addConstraintNotValid("reading", check("c", "value > -1000000"));
          schema.validateConstraint("reading", "c");
        }),
        of("foreign key not valid", schema -> {
          schema.addConstraintNotValid(
              "purchase", foreignKey("f", "customer_id").references("customer", "id"));
          schema.validateConstraint("purchase", "f");
        }),
        of("unique from an index", schema -> {
          schema.createIndexConcurrently("customer", uniqueIndex("i", "email"));
          schema.addConstraintUsingIndex("customer", unique("u", "email"), "i");
        }),
        of("primary key from an index", schema -> {
          schema.dropConstraint("purchase", "purchase_pkey");
          schema.createIndexConcurrently("purchase", uniqueIndex("i", "id"));
          schema.addConstraintUsingIndex("purchase", primaryKey("purchase_pkey", "id"), "i");
        }),
        of("primary key from an index of a nullable column", schema -> {
          schema.dropConstraint("purchase", "purchase_pkey");
          schema.createIndexConcurrently("purchase", uniqueIndex("i", "customer_id"));
          schema.addConstraintUsingIndex("purchase", primaryKey("p", "customer_id"), "i");
        }),
        of("index built and dropped concurrently", schema -> {
          schema.createIndexConcurrently("customer", index("i", "age"));
          schema.dropIndexConcurrently("i");
        }),
        of("tables locked", schema -> {
          schema.lockTable("customer");
          schema.lockWrites("purchase");
          schema.lockWrites("reading");
        }),
        of("backfill", schema -> schema.backfill("customer", "age", "1")),
        of("statistics", schema -> {
          schema.createIndex("customer", index("i", "(lower(email))"));
          schema.analyze("customer");
          schema.analyze("customer", "email", "age");
          schema.analyze("reading", "value");
          schema.analyze("reading_low");
        }),
        of("extras of a column", schema -> {
          schema.keepExtras("customer", "age", "age", "customer_age_check");
          schema.restoreExtras("customer", "age");
          schema.restoreExtras("purchase", "id");
        }),
        of("partition detached", schema -> schema.detachPartition("reading", "reading_high")),
        of("partition attached", schema -> {
          schema.detachPartition("reading", "reading_high");
          schema.attachPartition("reading", "reading_high", "FROM (100) TO (200)");
        }));
  }

  private static Case of(String name, Consumer<SchemaEditor> change) {
    return new Case(name, SchemaEditor.record(SHOP::accept), SchemaEditor.record(change::accept));
  }
}
