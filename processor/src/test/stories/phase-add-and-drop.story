Email instead of fax

The new version needs its column before it starts, the old one its own until it has ended: two
migrations, of which `upgrade --phase expand` applies the first.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; @Index String email; }

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO customer VALUES (1, '+49');

== messages ==
Customer.java:1: error: [lockstep:IndexAdded] index "customer_email_idx" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on email to customer"
Customer.java:1: error: [lockstep:ColumnAdded] column "email" of table "customer" is not migrated yet
      renamed: @Column(renamedFrom = "fax")
      not renamed: mvn compile -Dlockstep.migrate="Add email to customer and drop fax" -Dlockstep.accept=data-loss
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "fax") on email
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss

== report ==
note: [lockstep:MigrationWritten] migrations "M0002_EmailInsteadOfFax" and "M0003_EmailInsteadOfFaxContract" of database "main" were written
      detected: Add email to customer
      detected: Drop fax from customer
      detected: Add index on email to customer
      wrote: shop/migrations/M0002_EmailInsteadOfFax.java
      wrote: shop/migrations/M0003_EmailInsteadOfFaxContract.java, for when no older version of the application runs
      wrote: shop/migrations/schema.json

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Email instead of fax")
public final class M0002_EmailInsteadOfFax implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("email", text()));
    schema.createIndexConcurrently("customer", index("customer_email_idx", "email"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("customer_email_idx");
    schema.dropColumn("customer", "email");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ADD COLUMN "email" text;
CREATE INDEX CONCURRENTLY "customer_email_idx" ON "public"."customer" ("email");

== sql down ==
DROP INDEX CONCURRENTLY "public"."customer_email_idx";
ALTER TABLE "public"."customer" DROP COLUMN "email";

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

@Revision(parents = "M0002_EmailInsteadOfFax", description = "Email instead of fax (contract)", phase = CONTRACT)
@Accepted("data-loss:customer.fax")
public final class M0003_EmailInsteadOfFaxContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropColumn("customer", "fax");
  }

  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("fax", text()));
  }
}

== contract sql up ==
ALTER TABLE "public"."customer" DROP COLUMN "fax";

== contract sql down ==
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_EmailInsteadOfFaxContract"
    ],
    "tables": [
...
          },
          {
-           "name": "fax",
+           "name": "email",
            "type": "text"
          }
...
            "columns": [ "id" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "customer_email_idx",
+           "elements": [ "email" ]
+         }
        ]
      }
