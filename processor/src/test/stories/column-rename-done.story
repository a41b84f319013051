Add city

A renamedFrom whose rename is migrated is a warning: it can go. It does not hinder anything.

== earlier ==
-- Customer.java
@Table class Customer { @Id long id; String phone; }

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(renamedFrom = "phone") String mobile; }

== after ==
-- Customer.java
@Table class Customer {
  @Id long id;
  @Column(renamedFrom = "phone") String mobile;
  String city;
}

== rows ==
INSERT INTO customer VALUES (1, '0170');

== messages ==
Customer.java:3: warning: [lockstep:RenameDone] renamedFrom = "phone" of column "mobile" of table "customer" has done its work and can go
Customer.java:4: error: [lockstep:ColumnAdded] column "city" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add city to customer"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_SecondMigration", description = "Add city")
public final class M0003_AddCity implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("city", text()));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("customer", "city");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ADD COLUMN "city" text;

== sql down ==
ALTER TABLE "public"."customer" DROP COLUMN "city";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0002_SecondMigration"
+     "M0003_AddCity"
    ],
    "tables": [
...
            "name": "mobile",
            "type": "text"
+         },
+         {
+           "name": "city",
+           "type": "text"
          }
        ],

== messages after ==
Customer.java:3: warning: [lockstep:RenameDone] renamedFrom = "phone" of column "mobile" of table "customer" has done its work and can go

== rows after ==
SELECT * FROM customer;
1 | 0170 | null
