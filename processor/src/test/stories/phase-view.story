Drop fax from customer and show what is left

What a view uses of its tables only PostgreSQL knows: a change that concerns both stays in one
migration.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; }
-- Customers.java
@View(query = "SELECT id FROM customer") class Customers { long id; }

== options ==
lockstep.accept=data-loss

== messages ==
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: put renamedFrom = "fax" in the @Column that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss
Customers.java:1: error: [lockstep:ViewAdded] view "customers" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create view customers"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Drop fax from customer and show what is left", phase = CONTRACT)
@Accepted("data-loss:customer.fax")
public final class M0002_DropFaxFromCustomerAndShowWhatIsLeft implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropColumn("customer", "fax");
    schema.createView("customers", "SELECT id FROM customer");
  }

  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropView("customers");
    schema.addColumn("customer", column("fax", text()));
  }
}

== sql up ==
ALTER TABLE "public"."customer" DROP COLUMN "fax";
CREATE VIEW "public"."customers" AS
SELECT id FROM customer;

== sql down ==
DROP VIEW "public"."customers";
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_DropFaxFromCustomerAndShowWhatIsLeft"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
-         },
-         {
-           "name": "fax",
-           "type": "text"
          }
        ],
...
        ]
      }
+   ],
+   "views": [
+     {
+       "name": "customers",
+       "class": "shop.Customers",
+       "query": "SELECT id FROM customer"
+     }
    ]
  }
