Add pieces to invoice

A default serves the rows that are there too, without touching them.

== before ==
-- Invoice.java
@Table class Invoice { @Id long id; }

== after ==
-- Invoice.java
@Table class Invoice {
  @Id long id;
  @Column(defaultValue = "1") int pieces;
}

== rows ==
INSERT INTO invoice VALUES (1), (2);

== messages ==
Invoice.java:3: error: [lockstep:ColumnAdded] column "pieces" of table "invoice" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add pieces to invoice"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add pieces to invoice")
public final class M0002_AddPiecesToInvoice implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("invoice", column("pieces", integer()).notNull().defaultValue("1"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("invoice", "pieces");
  }
}

== sql up ==
ALTER TABLE "public"."invoice" ADD COLUMN "pieces" integer NOT NULL DEFAULT 1;

== sql down ==
ALTER TABLE "public"."invoice" DROP COLUMN "pieces";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_AddPiecesToInvoice"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "pieces",
+           "type": "integer",
+           "notNull": true,
+           "default": "1"
          }
        ],

== rows after ==
SELECT * FROM invoice ORDER BY id;
1 | 1
2 | 1
