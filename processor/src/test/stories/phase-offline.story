Email instead of fax, while nobody is in the shop

With `lockstep.online=false` a change is one migration. Its phase says all the same that no older
version of the application can bear it.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String fax; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; String email; }

== options ==
lockstep.accept=data-loss
lockstep.online=false

== rows ==
INSERT INTO customer VALUES (1, '+49');

== messages ==
Customer.java:1: error: [lockstep:ColumnAdded] column "email" of table "customer" is not migrated yet
      renamed: @Column(renamedFrom = "fax")
      not renamed: mvn compile -Dlockstep.migrate="Add email to customer and drop fax" -Dlockstep.accept=data-loss
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "fax") on email
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss

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

@Revision(parents = "M0001_InitialMigration", description = "Email instead of fax, while nobody is in the shop", phase = CONTRACT)
@Accepted("data-loss:customer.fax")
public final class M0002_EmailInsteadOfFaxWhileNobodyIsInTheShop implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropColumn("customer", "fax");
    schema.addColumn("customer", column("email", text()));
  }

  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("customer", "email");
    schema.addColumn("customer", column("fax", text()));
  }
}

== sql up ==
ALTER TABLE "public"."customer" DROP COLUMN "fax";
ALTER TABLE "public"."customer" ADD COLUMN "email" text;

== sql down ==
ALTER TABLE "public"."customer" DROP COLUMN "email";
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_EmailInsteadOfFaxWhileNobodyIsInTheShop"
    ],
    "tables": [
...
          },
          {
-           "name": "fax",
+           "name": "email",
            "type": "text"
          }
