Number invoices

A sequence comes before the default that takes its values; the column that owns it, after that.

== before ==
-- Invoice.java
@Table class Invoice { @Id long id; }

== after ==
-- Invoice.java
@Sequence(name = "invoice_number", start = 1000, increment = 10, cache = 5, ownedBy = "invoice.number",
    comment = "Gaps are fine")
@Table class Invoice {
  @Id long id;
  @Column(defaultValue = "nextval('invoice_number')", backfill = "nextval('invoice_number')") Long number;
}

== rows ==
INSERT INTO invoice VALUES (1), (2);

== messages ==
Invoice.java:5: error: [lockstep:ColumnAdded] column "number" of table "invoice" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add number to invoice"
Invoice.java:1: error: [lockstep:SequenceAdded] sequence "invoice_number" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create sequence invoice_number"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.sequence;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Number invoices")
public final class M0002_NumberInvoices implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createSequence(sequence("invoice_number").increment(10).start(1000).cache(5));
    schema.addColumn("invoice", column("number", bigint()));
    schema.setDefault("invoice", "number", "nextval('invoice_number')");
    schema.backfill("invoice", "number", "nextval('invoice_number')");
    schema.setSequenceOwner("invoice_number", "invoice", "number");
    schema.commentOnSequence("invoice_number", "Gaps are fine");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.commentOnSequence("invoice_number", "");
    schema.dropSequenceOwner("invoice_number");
    schema.dropColumn("invoice", "number");
    schema.dropSequence("invoice_number");
  }
}

== sql up ==
CREATE SEQUENCE "public"."invoice_number" START WITH 1000 INCREMENT BY 10 CACHE 5;
ALTER TABLE "public"."invoice" ADD COLUMN "number" bigint;
ALTER TABLE "public"."invoice" ALTER COLUMN "number" SET DEFAULT nextval('invoice_number');
UPDATE "public"."invoice" SET "number" = (nextval('invoice_number')) WHERE "number" IS NULL;
ALTER SEQUENCE "public"."invoice_number" OWNED BY "public"."invoice"."number";
COMMENT ON SEQUENCE "public"."invoice_number" IS 'Gaps are fine';

== sql down ==
COMMENT ON SEQUENCE "public"."invoice_number" IS NULL;
ALTER SEQUENCE "public"."invoice_number" OWNED BY NONE;
ALTER TABLE "public"."invoice" DROP COLUMN "number";
DROP SEQUENCE "public"."invoice_number";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_NumberInvoices"
    ],
+   "sequences": [
+     {
+       "name": "invoice_number",
+       "class": "shop.Invoice",
+       "comment": "Gaps are fine",
+       "start": 1000,
+       "increment": 10,
+       "cache": 5,
+       "owner": {
+         "table": "invoice",
+         "column": "number"
+       }
+     }
+   ],
    "tables": [
      {
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "number",
+           "type": "bigint",
+           "default": "nextval('invoice_number')"
          }
        ],

== rows after ==
SELECT sum(number) FROM invoice;
2010
