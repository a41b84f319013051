Price each day once

The key of a product's price is unique at any moment; an offer lies within the time of its price.

== before ==
-- Price.java
@Table class Price { @Column(type = "int4range") @Id String product; }
-- Offer.java
@Table class Offer { @Id long id; }

== after ==
-- Price.java
@Table class Price {
  @Column(type = "int4range") @Id String product;
  @Column(type = "daterange", backfill = "'[2025-01-01,)'") @Id(withoutOverlaps = true) String during;
}
-- Offer.java
@ForeignKey(columns = {"product", "during"}, references = Price.class, period = true)
@Table class Offer {
  @Id long id;
  @Column(type = "int4range") String product;
  @Column(type = "daterange") String during;
}

== options ==
postgresql=18

== rows ==
INSERT INTO price VALUES ('[1,2)');
INSERT INTO offer VALUES (1);

== messages ==
Offer.java:5: error: [lockstep:ColumnAdded] column "during" of table "offer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add during to offer"
Offer.java:1: error: [lockstep:ConstraintAdded] foreign key "offer_product_during_fkey" of table "offer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on product and during to offer"
Offer.java:4: error: [lockstep:ColumnAdded] column "product" of table "offer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add product to offer"
Price.java:3: error: [lockstep:ColumnAdded] column "during" of table "price" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add during to price"
Price.java:2: error: [lockstep:ConstraintChanged] primary key "price_pkey" of table "price" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change primary key of price"
Price.java:2: warning: [lockstep:BlocksTable] adding primary key "price_pkey" of table "price" builds an index of all rows while reads and writes wait (ACCESS EXCLUSIVE on "price")
      apply it: when nobody needs the table, as there is no form that lets others work
Offer.java:1: warning: [lockstep:ForeignKeyNotIndexed] foreign key "offer_product_during_fkey" of table "offer" has no index: each delete from "price" reads all rows of "offer"
      index it: @Index(columns = {"product", "during"})

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.type;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Price each day once", phase = CONTRACT)
public final class M0002_PriceEachDayOnce implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("offer", column("product", type("int4range")));
    schema.addColumn("offer", column("during", type("daterange")));
    schema.addColumn("price", column("during", type("daterange")));
    schema.backfill("price", "during", "'[2025-01-01,)'");
    schema.addConstraintNotValid("price", check("lockstep_not_null_during", "during IS NOT NULL"));
    schema.validateConstraint("price", "lockstep_not_null_during");
    schema.setNotNull("price", "during");
    schema.dropConstraint("price", "lockstep_not_null_during");
    schema.dropConstraint("price", "price_pkey");
    schema.addConstraint("price", primaryKey("price_pkey", "product", "during").notOverlapping());
    schema.lockWrites("price");
    schema.lockWrites("offer");
    schema.addConstraintNotValid("offer",
        foreignKey("offer_product_during_fkey", "product", "during")
            .references("price", "product", "during")
            .period());
    schema.validateConstraint("offer", "offer_product_during_fkey");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("price");
    schema.lockTable("offer");
    schema.dropConstraint("offer", "offer_product_during_fkey");
    schema.dropColumn("offer", "during");
    schema.dropColumn("offer", "product");
    schema.createIndexConcurrently("price", uniqueIndex("lockstep_new_price_pkey", "product"));
    schema.dropConstraint("price", "price_pkey");
    schema.addConstraintUsingIndex("price",
        primaryKey("price_pkey", "product"), "lockstep_new_price_pkey");
    schema.dropColumn("price", "during");
  }
}

== sql up ==
ALTER TABLE "public"."offer" ADD COLUMN "product" int4range;
ALTER TABLE "public"."offer" ADD COLUMN "during" daterange;
ALTER TABLE "public"."price" ADD COLUMN "during" daterange;
UPDATE "public"."price" SET "during" = ('[2025-01-01,)') WHERE "during" IS NULL;
ALTER TABLE "public"."price" ADD CONSTRAINT "lockstep_not_null_during" CHECK (during IS NOT NULL) NOT VALID;
ALTER TABLE "public"."price" VALIDATE CONSTRAINT "lockstep_not_null_during";
ALTER TABLE "public"."price" ALTER COLUMN "during" SET NOT NULL;
ALTER TABLE "public"."price" DROP CONSTRAINT "lockstep_not_null_during";
ALTER TABLE "public"."price" DROP CONSTRAINT "price_pkey";
ALTER TABLE "public"."price" ADD CONSTRAINT "price_pkey" PRIMARY KEY ("product", "during" WITHOUT OVERLAPS);
LOCK TABLE "public"."price" IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE "public"."offer" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."offer" ADD CONSTRAINT "offer_product_during_fkey" FOREIGN KEY ("product", PERIOD "during") REFERENCES "public"."price" ("product", PERIOD "during") NOT VALID;
ALTER TABLE "public"."offer" VALIDATE CONSTRAINT "offer_product_during_fkey";

== sql down ==
LOCK TABLE "public"."price" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."offer" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."offer" DROP CONSTRAINT "offer_product_during_fkey";
ALTER TABLE "public"."offer" DROP COLUMN "during";
ALTER TABLE "public"."offer" DROP COLUMN "product";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_price_pkey" ON "public"."price" ("product");
ALTER TABLE "public"."price" DROP CONSTRAINT "price_pkey";
ALTER TABLE "public"."price" ADD CONSTRAINT "price_pkey" PRIMARY KEY USING INDEX "lockstep_new_price_pkey";
ALTER TABLE "public"."price" DROP COLUMN "during";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_PriceEachDayOnce"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "product",
+           "type": "int4range"
+         },
+         {
+           "name": "during",
+           "type": "daterange"
          }
        ],
...
            "kind": "primary key",
            "columns": [ "id" ]
+         },
+         {
+           "name": "offer_product_during_fkey",
+           "kind": "foreign key",
+           "columns": [ "product", "during" ],
+           "references": "price",
+           "referencedColumns": [ "product", "during" ],
+           "period": true
          }
        ]
...
            "type": "int4range",
            "notNull": true
+         },
+         {
+           "name": "during",
+           "type": "daterange",
+           "notNull": true
          }
        ],
...
            "name": "price_pkey",
            "kind": "primary key",
-           "columns": [ "product" ]
+           "columns": [ "product", "during" ],
+           "withoutOverlaps": true
          }
        ]
