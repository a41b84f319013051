Rename fax to telefax, add email

A name that changes breaks whoever uses the old one. What else the new version needs does not wait
for it.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; @Column(renamedFrom = "fax") String telefax; String email; }

== rows ==
INSERT INTO customer VALUES (1, '+49');

== messages ==
Customer.java:1: error: [lockstep:ColumnAdded] column "email" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add email to customer"
Customer.java:1: error: [lockstep:ColumnRenamed] column "fax" of table "customer" is named "telefax" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename fax to telefax, add email")
public final class M0002_RenameFaxToTelefaxAddEmail implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("email", text()));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("customer", "email");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ADD COLUMN "email" text;

== sql down ==
ALTER TABLE "public"."customer" DROP COLUMN "email";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_RenameFaxToTelefaxAddEmail", description = "Rename fax to telefax, add email (contract)", phase = CONTRACT)
public final class M0003_RenameFaxToTelefaxAddEmailContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("customer", "fax", "telefax");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameColumn("customer", "telefax", "fax");
  }
}

== contract sql up ==
ALTER TABLE "public"."customer" RENAME COLUMN "fax" TO "telefax";

== contract sql down ==
ALTER TABLE "public"."customer" RENAME COLUMN "telefax" TO "fax";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_RenameFaxToTelefaxAddEmailContract"
    ],
    "tables": [
...
          },
          {
-           "name": "fax",
+           "name": "telefax",
            "type": "text"
+         },
+         {
+           "name": "email",
+           "type": "text"
          }
        ],

== messages after ==
Customer.java:1: warning: [lockstep:RenameDone] renamedFrom = "fax" of column "telefax" of table "customer" has done its work and can go
