Call them buyers

With renamedFrom a view keeps its grants. A view that names it is made anew, since its query says the new
name.

== before ==
-- Customer.java
@Table class Customer { @Id long id; boolean active; }
-- ActiveCustomer.java
@View(query = "SELECT id FROM customer WHERE active")
record ActiveCustomer(long id) {}
-- Newest.java
@View(query = "SELECT max(id) AS id FROM active_customer")
record Newest(long id) {}

== after ==
-- ActiveCustomer.java is deleted
-- Buyer.java
@View(query = "SELECT id FROM customer WHERE active", renamedFrom = "active_customer")
record Buyer(long id) {}
-- Newest.java
@View(query = "SELECT max(id) AS id FROM buyer")
record Newest(long id) {}

== rows ==
INSERT INTO customer VALUES (1, true);

== messages ==
Buyer.java:2: error: [lockstep:ViewRenamed] view "active_customer" is named "buyer" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename view active_customer to buyer"
Newest.java:2: error: [lockstep:ViewChanged] view "newest" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change view newest"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Call them buyers", phase = CONTRACT)
public final class M0002_CallThemBuyers implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropView("newest");
    schema.renameView("active_customer", "buyer");
    schema.createView("newest", "SELECT max(id) AS id FROM buyer");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropView("newest");
    schema.renameView("buyer", "active_customer");
    schema.createView("newest", "SELECT max(id) AS id FROM active_customer");
  }
}

== sql up ==
DROP VIEW "public"."newest";
ALTER VIEW "public"."active_customer" RENAME TO "buyer";
CREATE VIEW "public"."newest" AS
SELECT max(id) AS id FROM buyer;

== sql down ==
DROP VIEW "public"."newest";
ALTER VIEW "public"."buyer" RENAME TO "active_customer";
CREATE VIEW "public"."newest" AS
SELECT max(id) AS id FROM active_customer;

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CallThemBuyers"
    ],
    "tables": [
...
    "views": [
      {
-       "name": "active_customer",
-       "class": "shop.ActiveCustomer",
+       "name": "buyer",
+       "class": "shop.Buyer",
        "query": "SELECT id FROM customer WHERE active"
      },
...
        "name": "newest",
        "class": "shop.Newest",
-       "query": "SELECT max(id) AS id FROM active_customer"
+       "query": "SELECT max(id) AS id FROM buyer"
      }
    ]

== messages after ==
Buyer.java:1: warning: [lockstep:RenameDone] renamedFrom = "active_customer" of view "buyer" has done its work and can go

== rows after ==
SELECT * FROM buyer;
1
