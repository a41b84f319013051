package dev.lockstep.example.shop.migrations;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.schema.ReferentialAction.CASCADE;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Initial migration")
public final class M0001_InitialMigration implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("category",
        column("id", bigint()).notNull().identity(),
        column("name", varchar(60)).notNull(),
        column("parent_id", bigint()),
        primaryKey("category_pkey", "id"),
        unique("category_name_key", "name"),
        foreignKey("category_parent_id_fkey", "parent_id").references("category", "id"));

    schema.createTable("product",
        column("id", bigint()).notNull().identity(),
        column("sku", varchar(40)).notNull(),
        column("name", varchar(200)).notNull(),
        column("category_id", bigint()).notNull(),
        column("price", numeric(10, 2)).notNull(),
        column("tags", array(text())).notNull().defaultValue("'{}'"),
        column("status", text()).notNull().defaultValue("'DRAFT'"),
        primaryKey("product_pkey", "id"),
        unique("product_sku_key", "sku"),
        foreignKey("product_category_id_fkey", "category_id").references("category", "id"),
        check("product_status_check", "status IN ('DRAFT', 'ON_SALE', 'SOLD_OUT')"),
        check("product_price_check", "price >= 0"));

    schema.createIndex("product", index("product_category_id_idx", "category_id"));
    schema.createIndex("product", index("product_tags_idx", "tags").using("gin"));

    schema.createTable("user",
        column("id", bigint()).notNull().identity(),
        column("username", varchar(80)).notNull(),
        column("email", varchar(120)).notNull(),
        column("registered_at", timestamptz()).notNull().defaultValue("now()"),
        primaryKey("user_pkey", "id"),
        unique("user_username_key", "username"),
        unique("user_email_key", "email"));

    schema.createTable("order",
        column("id", bigint()).notNull().identity(),
        column("user_id", bigint()).notNull(),
        column("status", text()).notNull().defaultValue("'PLACED'"),
        column("placed_at", timestamptz()).notNull().defaultValue("now()"),
        primaryKey("order_pkey", "id"),
        foreignKey("order_user_id_fkey", "user_id").references("user", "id"),
        check("order_status_check", "status IN ('PLACED', 'PAID', 'SHIPPED', 'CANCELLED')"));

    schema.createIndex("order", index("order_user_id_placed_at_idx", "user_id", "placed_at desc"));
    schema.createIndex("order",
        index("order_placed_at_idx", "placed_at").where("status = 'PLACED'"));

    schema.createTable("order_line",
        column("order_id", bigint()).notNull(),
        column("line_number", integer()).notNull(),
        column("product_id", bigint()).notNull(),
        column("quantity", integer()).notNull(),
        column("unit_price", numeric(10, 2)).notNull(),
        primaryKey("order_line_pkey", "order_id", "line_number"),
        unique("order_line_order_id_product_id_key", "order_id", "product_id"),
        foreignKey("order_line_order_id_fkey", "order_id")
            .references("order", "id")
            .onDelete(CASCADE),
        foreignKey("order_line_product_id_fkey", "product_id").references("product", "id"),
        check("order_line_quantity_check", "quantity > 0"));

    schema.createIndex("order_line", index("order_line_product_id_idx", "product_id"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndex("order_line_product_id_idx");
    schema.dropTable("order_line");
    schema.dropIndex("order_placed_at_idx");
    schema.dropIndex("order_user_id_placed_at_idx");
    schema.dropTable("order");
    schema.dropTable("user");
    schema.dropIndex("product_tags_idx");
    schema.dropIndex("product_category_id_idx");
    schema.dropTable("product");
    schema.dropTable("category");
  }
}
