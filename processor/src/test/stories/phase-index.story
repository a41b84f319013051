Find customers by name alone

An index takes the place of one whose column goes: the new version has it before it starts, the old one
keeps its own until it has ended.

== before ==
-- Customer.java
@Index(columns = {"fax", "name"}, name = "customer_find") @Table class Customer { @Id long id; String name; String fax; }

== after ==
-- Customer.java
@Index(columns = "name", name = "customer_find") @Table class Customer { @Id long id; String name; }

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO customer VALUES (1, 'Ann', '+49');

== messages ==
Customer.java:1: error: [lockstep:IndexAdded] index "customer_find" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on name to customer"
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: put renamedFrom = "fax" in the @Column that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.index;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Find customers by name alone")
public final class M0002_FindCustomersByNameAlone implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createIndexConcurrently("customer", index("lockstep_new_customer_find", "name"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("lockstep_new_customer_find");
  }
}

== sql up ==
CREATE INDEX CONCURRENTLY "lockstep_new_customer_find" ON "public"."customer" ("name");

== sql down ==
DROP INDEX CONCURRENTLY "public"."lockstep_new_customer_find";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_FindCustomersByNameAlone", description = "Find customers by name alone (contract)", phase = CONTRACT)
@Accepted("data-loss:customer.fax")
public final class M0003_FindCustomersByNameAloneContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("customer_find");
    schema.dropColumn("customer", "fax");
    schema.renameIndex("lockstep_new_customer_find", "customer_find");
  }

  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameIndex("customer_find", "lockstep_new_customer_find");
    schema.addColumn("customer", column("fax", text()));
    schema.createIndexConcurrently("customer", index("customer_find", "fax", "name"));
  }
}

== contract sql up ==
DROP INDEX CONCURRENTLY "public"."customer_find";
ALTER TABLE "public"."customer" DROP COLUMN "fax";
ALTER INDEX "public"."lockstep_new_customer_find" RENAME TO "customer_find";

== contract sql down ==
ALTER INDEX "public"."customer_find" RENAME TO "lockstep_new_customer_find";
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;
CREATE INDEX CONCURRENTLY "customer_find" ON "public"."customer" ("fax", "name");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_FindCustomersByNameAloneContract"
    ],
    "tables": [
...
            "name": "name",
            "type": "text"
-         },
-         {
-           "name": "fax",
-           "type": "text"
          }
        ],
...
          {
            "name": "customer_find",
-           "elements": [ "fax", "name" ]
+           "elements": [ "name" ]
          }
        ]
