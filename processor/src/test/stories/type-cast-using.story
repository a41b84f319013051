Store quantities as numbers

Using says how the old values become new ones; the default is taken away for the change and set
anew.

== before ==
-- Item.java
@Table class Item { @Id long id; @Column(nullable = false, defaultValue = "'0'") String quantity; }

== after ==
-- Item.java
@Table class Item {
  @Id long id;
  @Column(defaultValue = "0", using = "quantity::integer") int quantity;
}

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO item VALUES (1, '12'), (2, DEFAULT);

== messages ==
Item.java:3: error: [lockstep:ColumnTypeChanged] the type of column "quantity" of table "item" changed from text to integer, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of quantity in item"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of quantity in item" -Dlockstep.accept=rewrite
Item.java:3: error: [lockstep:ColumnDefaultChanged] the default of column "quantity" of table "item" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change default of quantity in item"
Item.java:3: warning: [lockstep:ColumnMoves] column "quantity" of table "item" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of quantity in item" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Store quantities as numbers", phase = CONTRACT)
@Accepted("rewrite:item")
public final class M0002_StoreQuantitiesAsNumbers implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropDefault("item", "quantity");
    schema.alterColumnType("item", "quantity", integer(), "quantity::integer");
    schema.setDefault("item", "quantity", "0");
    schema.analyze("item", "quantity");
  }

  @Irreversible(what = "item.quantity", reason = "how its text was written is gone")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropDefault("item", "quantity");
    schema.alterColumnType("item", "quantity", text());
    schema.setDefault("item", "quantity", "'0'");
    schema.analyze("item", "quantity");
  }
}

== sql up ==
ALTER TABLE "public"."item" ALTER COLUMN "quantity" DROP DEFAULT;
ALTER TABLE "public"."item" ALTER COLUMN "quantity" TYPE integer USING quantity::integer;
ALTER TABLE "public"."item" ALTER COLUMN "quantity" SET DEFAULT 0;
ANALYZE "public"."item" ("quantity");

== sql down ==
ALTER TABLE "public"."item" ALTER COLUMN "quantity" DROP DEFAULT;
ALTER TABLE "public"."item" ALTER COLUMN "quantity" TYPE text;
ALTER TABLE "public"."item" ALTER COLUMN "quantity" SET DEFAULT '0';
ANALYZE "public"."item" ("quantity");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_StoreQuantitiesAsNumbers"
    ],
    "tables": [
...
          {
            "name": "quantity",
-           "type": "text",
+           "type": "integer",
            "notNull": true,
-           "default": "'0'"
+           "default": "0"
          }
        ],

== rows after ==
SELECT * FROM item ORDER BY id;
1 | 12
2 | 0

== rows back ==
SELECT * FROM item ORDER BY id;
1 | 12
2 | 0
