Add total to order

What is accepted stands on the migration that does it: the first writes the table anew for a
computed column, the second tightens another one.

== before ==
-- Order.java
@Table class Order { @Id long id; @Column(nullable = false) Integer price; String note; }

== after ==
-- Order.java
@Table class Order {
  @Id long id;
  @Column(nullable = false) Integer price;
  @Column(nullable = false, backfill = "'none'") String note;
  @Computed(value = "price * 2", stored = true) Integer total;
}

== options ==
lockstep.accept=rewrite

== messages ==
Order.java:4: error: [lockstep:ColumnNullabilityChanged] column "note" of table "order" is NOT NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make note of order NOT NULL"
Order.java:5: error: [lockstep:TableRewrite] new column "total" of table "order" is computed and stored, which rewrites the table and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Add total to order" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add total to order")
@Accepted("rewrite:order")
public final class M0002_AddTotalToOrder implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("order", column("total", integer()).computed("price * 2"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("order", "total");
  }
}

== sql up ==
ALTER TABLE "public"."order" ADD COLUMN "total" integer GENERATED ALWAYS AS (price * 2) STORED;

== sql down ==
ALTER TABLE "public"."order" DROP COLUMN "total";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_AddTotalToOrder", description = "Add total to order (contract)", phase = CONTRACT)
public final class M0003_AddTotalToOrderContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.backfill("order", "note", "'none'");
    schema.addConstraintNotValid("order", check("lockstep_not_null_note", "note IS NOT NULL"));
    schema.validateConstraint("order", "lockstep_not_null_note");
    schema.setNotNull("order", "note");
    schema.dropConstraint("order", "lockstep_not_null_note");
  }

  @Irreversible(what = "order.note", reason = "its NULLs became 'none'")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropNotNull("order", "note");
  }
}

== contract sql up ==
UPDATE "public"."order" SET "note" = ('none') WHERE "note" IS NULL;
ALTER TABLE "public"."order" ADD CONSTRAINT "lockstep_not_null_note" CHECK (note IS NOT NULL) NOT VALID;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "lockstep_not_null_note";
ALTER TABLE "public"."order" ALTER COLUMN "note" SET NOT NULL;
ALTER TABLE "public"."order" DROP CONSTRAINT "lockstep_not_null_note";

== contract sql down ==
ALTER TABLE "public"."order" ALTER COLUMN "note" DROP NOT NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_AddTotalToOrderContract"
    ],
    "tables": [
...
          {
            "name": "note",
-           "type": "text"
+           "type": "text",
+           "notNull": true
+         },
+         {
+           "name": "total",
+           "type": "integer",
+           "computed": {
+             "expression": "price * 2"
+           }
          }
        ],
