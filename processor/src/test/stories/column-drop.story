Drop fax from customer

With data-loss accepted the column goes, after all that hangs on it. The way back restores all of
it; the values are lost. A column that was NOT NULL is filled with a value that stands for nothing.

== before ==
-- Customer.java
@Index(columns = {"fax", "name"})
@Table class Customer {
  @Id long id;
  String name;
  @Column(nullable = false, unique = true, comment = "With country code") @Check("fax <> ''") String fax;
}

== after ==
-- Customer.java
@Table class Customer { @Id long id; String name; }

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO customer VALUES (1, 'Ada', '+49');

== messages ==
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: put renamedFrom = "fax" in the @Column that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Drop fax from customer")
public final class M0002_DropFaxFromCustomer implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropNotNull("customer", "fax");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    // The old values of "fax" are gone: rows that exist get gen_random_uuid()::text
    schema.backfill("customer", "fax", "gen_random_uuid()::text");
    schema.addConstraintNotValid("customer", check("lockstep_not_null_fax", "fax IS NOT NULL"));
    schema.validateConstraint("customer", "lockstep_not_null_fax");
    schema.setNotNull("customer", "fax");
    schema.dropConstraint("customer", "lockstep_not_null_fax");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ALTER COLUMN "fax" DROP NOT NULL;

== sql down ==
UPDATE "public"."customer" SET "fax" = (gen_random_uuid()::text) WHERE "fax" IS NULL;
ALTER TABLE "public"."customer" ADD CONSTRAINT "lockstep_not_null_fax" CHECK (fax IS NOT NULL) NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "lockstep_not_null_fax";
ALTER TABLE "public"."customer" ALTER COLUMN "fax" SET NOT NULL;
ALTER TABLE "public"."customer" DROP CONSTRAINT "lockstep_not_null_fax";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_DropFaxFromCustomer", description = "Drop fax from customer (contract)", phase = CONTRACT)
@Accepted("data-loss:customer.fax")
public final class M0003_DropFaxFromCustomerContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("customer", "customer_fax_check");
    schema.dropConstraint("customer", "customer_fax_key");
    schema.dropIndexConcurrently("customer_fax_name_idx");
    schema.dropColumn("customer", "fax");
  }

  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("fax", text()));
    // The old values of "fax" are gone: rows that exist get gen_random_uuid()::text
    schema.backfill("customer", "fax", "gen_random_uuid()::text");
    schema.commentOnColumn("customer", "fax", "With country code");
    schema.createIndexConcurrently("customer", index("customer_fax_name_idx", "fax", "name"));
    schema.createIndexConcurrently("customer", uniqueIndex("customer_fax_key", "fax"));
    schema.addConstraintUsingIndex("customer",
        unique("customer_fax_key", "fax"), "customer_fax_key");
    schema.addConstraintNotValid("customer", check("customer_fax_check", "fax <> ''"));
    schema.validateConstraint("customer", "customer_fax_check");
  }
}

== contract sql up ==
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_fax_check";
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_fax_key";
DROP INDEX CONCURRENTLY "public"."customer_fax_name_idx";
ALTER TABLE "public"."customer" DROP COLUMN "fax";

== contract sql down ==
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;
UPDATE "public"."customer" SET "fax" = (gen_random_uuid()::text) WHERE "fax" IS NULL;
COMMENT ON COLUMN "public"."customer"."fax" IS 'With country code';
CREATE INDEX CONCURRENTLY "customer_fax_name_idx" ON "public"."customer" ("fax", "name");
CREATE UNIQUE INDEX CONCURRENTLY "customer_fax_key" ON "public"."customer" ("fax");
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_fax_key" UNIQUE USING INDEX "customer_fax_key";
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_fax_check" CHECK (fax <> '') NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "customer_fax_check";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_DropFaxFromCustomerContract"
    ],
    "tables": [
...
            "name": "name",
            "type": "text"
-         },
-         {
-           "name": "fax",
-           "type": "text",
-           "notNull": true,
-           "comment": "With country code"
          }
        ],
        "constraints": [
          {
-           "name": "customer_fax_check",
-           "kind": "check",
-           "expression": "fax <> ''"
-         },
-         {
-           "name": "customer_fax_key",
-           "kind": "unique",
-           "columns": [ "fax" ]
-         },
-         {
            "name": "customer_pkey",
            "kind": "primary key",
            "columns": [ "id" ]
          }
-       ],
-       "indexes": [
-         {
-           "name": "customer_fax_name_idx",
-           "elements": [ "fax", "name" ]
-         }
        ]
      }

== rows after ==
SELECT * FROM customer;
1 | Ada
