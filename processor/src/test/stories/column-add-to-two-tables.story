Add a note to orders and customers

Columns of one name are added to two tables, and two columns to one, in the order of the fields.

== before ==
-- Customer.java
@Table class Customer { @Id long id; }
-- Order.java
@Table class Order { @Id long id; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; String note; }
-- Order.java
@Table class Order { @Id long id; String note; Instant changed; }

== rows ==
INSERT INTO customer VALUES (1);
INSERT INTO "order" VALUES (1);

== messages ==
Customer.java:1: error: [lockstep:ColumnAdded] column "note" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add note to customer"
Order.java:1: error: [lockstep:ColumnAdded] column "changed" of table "order" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add changed to order"
Order.java:1: error: [lockstep:ColumnAdded] column "note" of table "order" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add note to order"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.timestamptz;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add a note to orders and customers")
public final class M0002_AddANoteToOrdersAndCustomers implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("note", text()));
    schema.addColumn("order", column("note", text()));
    schema.addColumn("order", column("changed", timestamptz()));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("order", "changed");
    schema.dropColumn("order", "note");
    schema.dropColumn("customer", "note");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ADD COLUMN "note" text;
ALTER TABLE "public"."order" ADD COLUMN "note" text;
ALTER TABLE "public"."order" ADD COLUMN "changed" timestamptz;

== sql down ==
ALTER TABLE "public"."order" DROP COLUMN "changed";
ALTER TABLE "public"."order" DROP COLUMN "note";
ALTER TABLE "public"."customer" DROP COLUMN "note";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_AddANoteToOrdersAndCustomers"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "note",
+           "type": "text"
          }
        ],
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "note",
+           "type": "text"
+         },
+         {
+           "name": "changed",
+           "type": "timestamptz"
          }
        ],
