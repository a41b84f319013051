Drop fax from customer

The new version leaves the column out of its inserts while it is still there, so it may be NULL
from then on. Whoever goes back has rows without a value, which are filled with one that stands for
nothing.

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(nullable = false) String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; }

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO customer VALUES (1, '+49');

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
    // The old values of "fax" are gone: rows that exist get ''
    schema.backfill("customer", "fax", "''");
    schema.addConstraintNotValid("customer", check("lockstep_not_null_fax", "fax IS NOT NULL"));
    schema.validateConstraint("customer", "lockstep_not_null_fax");
    schema.setNotNull("customer", "fax");
    schema.dropConstraint("customer", "lockstep_not_null_fax");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ALTER COLUMN "fax" DROP NOT NULL;

== sql down ==
UPDATE "public"."customer" SET "fax" = ('') WHERE "fax" IS NULL;
ALTER TABLE "public"."customer" ADD CONSTRAINT "lockstep_not_null_fax" CHECK (fax IS NOT NULL) NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "lockstep_not_null_fax";
ALTER TABLE "public"."customer" ALTER COLUMN "fax" SET NOT NULL;
ALTER TABLE "public"."customer" DROP CONSTRAINT "lockstep_not_null_fax";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

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
    schema.dropColumn("customer", "fax");
  }

  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("fax", text()));
    // The old values of "fax" are gone: rows that exist get ''
    schema.backfill("customer", "fax", "''");
  }
}

== contract sql up ==
ALTER TABLE "public"."customer" DROP COLUMN "fax";

== contract sql down ==
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;
UPDATE "public"."customer" SET "fax" = ('') WHERE "fax" IS NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_DropFaxFromCustomerContract"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
-         },
-         {
-           "name": "fax",
-           "type": "text",
-           "notNull": true
          }
        ],

== rows back ==
SELECT id, fax IS NULL FROM customer;
1 | f
