Sell products to customers

A foreign key locks the table that it references, until the transaction ends. A new table comes with those
to one table in use; those to others follow in transactions of their own.

== before ==
-- Customer.java
@Table class Customer { @Id long id; }
-- Product.java
@Table class Product { @Id long id; }

== after ==
-- Sale.java
@Table class Sale { @Id long id; @References(Customer.class) long customer; @References(Product.class) long product; @References(Product.class) Long gift; }

== rows ==
INSERT INTO customer VALUES (1);
INSERT INTO product VALUES (1);

== messages ==
Sale.java:1: error: [lockstep:TableAdded] table "sale" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table sale"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Sell products to customers")
public final class M0002_SellProductsToCustomers implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("sale",
        column("id", bigint()).notNull(),
        column("customer", bigint()).notNull(),
        column("product", bigint()).notNull(),
        column("gift", bigint()),
        primaryKey("sale_pkey", "id"),
        foreignKey("sale_customer_fkey", "customer").references("customer", "id"));

    schema.lockWrites("product");
    schema.addConstraint("sale",
        foreignKey("sale_product_fkey", "product").references("product", "id"));
    schema.addConstraint("sale", foreignKey("sale_gift_fkey", "gift").references("product", "id"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("customer");
    schema.lockTable("sale");
    schema.dropConstraint("sale", "sale_customer_fkey");
    schema.lockTable("product");
    schema.lockTable("sale");
    schema.dropConstraint("sale", "sale_product_fkey");
    schema.lockTable("product");
    schema.lockTable("sale");
    schema.dropConstraint("sale", "sale_gift_fkey");
    schema.lockTable("sale");
    schema.dropTable("sale");
  }
}

== sql up ==
CREATE TABLE "public"."sale" (
  "id" bigint NOT NULL,
  "customer" bigint NOT NULL,
  "product" bigint NOT NULL,
  "gift" bigint,
  CONSTRAINT "sale_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "sale_customer_fkey" FOREIGN KEY ("customer") REFERENCES "public"."customer" ("id")
);
LOCK TABLE "public"."product" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."sale" ADD CONSTRAINT "sale_product_fkey" FOREIGN KEY ("product") REFERENCES "public"."product" ("id");
ALTER TABLE "public"."sale" ADD CONSTRAINT "sale_gift_fkey" FOREIGN KEY ("gift") REFERENCES "public"."product" ("id");

== sql down ==
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."sale" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."sale" DROP CONSTRAINT "sale_customer_fkey";
LOCK TABLE "public"."product" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."sale" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."sale" DROP CONSTRAINT "sale_product_fkey";
LOCK TABLE "public"."product" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."sale" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."sale" DROP CONSTRAINT "sale_gift_fkey";
LOCK TABLE "public"."sale" IN ACCESS EXCLUSIVE MODE;
DROP TABLE "public"."sale";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SellProductsToCustomers"
    ],
    "tables": [
...
          }
        ]
+     },
+     {
+       "name": "sale",
+       "class": "shop.Sale",
+       "columns": [
+         {
+           "name": "id",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "customer",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "product",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "gift",
+           "type": "bigint"
+         }
+       ],
+       "constraints": [
+         {
+           "name": "sale_customer_fkey",
+           "kind": "foreign key",
+           "columns": [ "customer" ],
+           "references": "customer",
+           "referencedColumns": [ "id" ]
+         },
+         {
+           "name": "sale_gift_fkey",
+           "kind": "foreign key",
+           "columns": [ "gift" ],
+           "references": "product",
+           "referencedColumns": [ "id" ]
+         },
+         {
+           "name": "sale_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         },
+         {
+           "name": "sale_product_fkey",
+           "kind": "foreign key",
+           "columns": [ "product" ],
+           "references": "product",
+           "referencedColumns": [ "id" ]
+         }
+       ]
      }
    ]
