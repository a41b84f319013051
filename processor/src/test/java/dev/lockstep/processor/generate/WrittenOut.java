package dev.lockstep.processor.generate;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.identityAlways;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.SchemaEditor;
import dev.lockstep.operation.Operation;
import dev.lockstep.schema.ReferentialAction;
import java.util.List;

/** Operations whose calls need several lines, and how they are laid out. */
final class WrittenOut {
  static final String SHOP = """
        @Override
        public void upgrade(SchemaEditor schema) {
          schema.createSchema("app");

          schema.createTable("user",
              column("id", bigint()).notNull().identity(),
              column("username", varchar(80)).notNull(),
              column("created", timestamptz()).notNull().defaultValue("now()"),
              column("number", bigint())
                  .notNull()
                  .identity(identityAlways().increment(10).start(100000).cache(50).cycle()),
              primaryKey("user_pkey", "id"),
              unique("user_username_key", "username"),
              check("user_state_check",
                  "state IN ('new', 'active', 'suspended', 'closed', 'forgotten') AND "
                      + "length(username) > 2"));

          schema.in("app").createTable("line",
              column("order_id", bigint()).notNull());

          schema.addConstraint("line",
              foreignKey("line_order_id_fkey", "order_id")
                  .references("order", "id")
                  .onDelete(CASCADE)
                  .onUpdate(RESTRICT));
          schema.createIndex("user",
              index("user_lower_idx", "(lower(username))").where("state = 'new'"));
          schema.commentOnColumn("user", "username",
              "What a person types to sign in; lower case letters and digits, at most eighty of them");
          schema.sql(\"""
              CREATE VIEW v AS
              SELECT *
              FROM t\""");
          schema.addColumn("user", column("address", text()));
        }

      """;

  private WrittenOut() {}

  static List<Operation> shop() {
    return SchemaEditor.record(schema -> {
      schema.createSchema("app");
      schema.createTable(
          "user",
          column("id", bigint()).notNull().identity(),
          column("username", varchar(80)).notNull(),
          column("created", timestamptz()).notNull().defaultValue("now()"),
          column("number", bigint())
              .notNull()
              .identity(identityAlways().start(100_000).increment(10).cache(50).cycle()),
          primaryKey("user_pkey", "id"),
          unique("user_username_key", "username"),
          check(
              "user_state_check",
              "state IN ('new', 'active', 'suspended', 'closed', 'forgotten') AND length(username) > 2"));
      schema.in("app").createTable("line", column("order_id", bigint()).notNull());
      schema.addConstraint(
          "line",
          foreignKey("line_order_id_fkey", "order_id")
              .references("order", "id")
              .onDelete(ReferentialAction.CASCADE)
              .onUpdate(ReferentialAction.RESTRICT));
      schema.createIndex(
          "user", index("user_lower_idx", "(lower(username))").where("state = 'new'"));
      schema.commentOnColumn(
          "user",
          "username",
          "What a person types to sign in; lower case letters and digits, at most eighty of them");
      schema.sql("CREATE VIEW v AS\nSELECT *\nFROM t");
      schema.addColumn("user", column("address", text()));
    });
  }
}
