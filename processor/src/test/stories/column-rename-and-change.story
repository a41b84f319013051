Rename fee to price and make it exact

A column is renamed, gets another type, a default, and may no longer be NULL: the new name first,
then one step for each.

== before ==
-- Article.java
@Table class Article { @Id long id; Integer fee; }

== after ==
-- Article.java
@Table class Article {
  @Id long id;
  @Column(renamedFrom = "fee", precision = 12, scale = 2, nullable = false, defaultValue = "0", backfill = "1")
  BigDecimal price;
}

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO article VALUES (1, 5), (2, NULL);

== messages ==
Article.java:4: error: [lockstep:ColumnRenamed] column "fee" of table "article" is named "price" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename fee of article to price"
Article.java:4: error: [lockstep:ColumnTypeChanged] the type of column "price" of table "article" changed from integer to numeric(12,2), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of price in article"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of price in article" -Dlockstep.accept=rewrite
Article.java:4: error: [lockstep:ColumnNullabilityChanged] column "price" of table "article" is NOT NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make price of article NOT NULL"
Article.java:4: error: [lockstep:ColumnDefaultChanged] the default of column "price" of table "article" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Set default of price in article"
Article.java:4: warning: [lockstep:ColumnMoves] column "price" of table "article" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of price in article" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename fee to price and make it exact", phase = CONTRACT)
@Accepted("rewrite:article")
public final class M0002_RenameFeeToPriceAndMakeItExact implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("article", "fee", "price");
    schema.alterColumnType("article", "price", numeric(12, 2));
    schema.setDefault("article", "price", "0");
    schema.analyze("article", "price");
    schema.backfill("article", "price", "1");
    schema.addConstraintNotValid("article", check("lockstep_not_null_price", "price IS NOT NULL"));
    schema.validateConstraint("article", "lockstep_not_null_price");
    schema.setNotNull("article", "price");
    schema.dropConstraint("article", "lockstep_not_null_price");
  }

  @Irreversible(what = "article.fee", reason = "its NULLs became 1")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropDefault("article", "price");
    schema.dropNotNull("article", "price");
    schema.alterColumnType("article", "price", integer());
    schema.renameColumn("article", "price", "fee");
    schema.analyze("article", "fee");
  }
}

== sql up ==
ALTER TABLE "public"."article" RENAME COLUMN "fee" TO "price";
ALTER TABLE "public"."article" ALTER COLUMN "price" TYPE numeric(12,2);
ALTER TABLE "public"."article" ALTER COLUMN "price" SET DEFAULT 0;
ANALYZE "public"."article" ("price");
UPDATE "public"."article" SET "price" = (1) WHERE "price" IS NULL;
ALTER TABLE "public"."article" ADD CONSTRAINT "lockstep_not_null_price" CHECK (price IS NOT NULL) NOT VALID;
ALTER TABLE "public"."article" VALIDATE CONSTRAINT "lockstep_not_null_price";
ALTER TABLE "public"."article" ALTER COLUMN "price" SET NOT NULL;
ALTER TABLE "public"."article" DROP CONSTRAINT "lockstep_not_null_price";

== sql down ==
ALTER TABLE "public"."article" ALTER COLUMN "price" DROP DEFAULT;
ALTER TABLE "public"."article" ALTER COLUMN "price" DROP NOT NULL;
ALTER TABLE "public"."article" ALTER COLUMN "price" TYPE integer;
ALTER TABLE "public"."article" RENAME COLUMN "price" TO "fee";
ANALYZE "public"."article" ("fee");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RenameFeeToPriceAndMakeItExact"
    ],
    "tables": [
...
          },
          {
-           "name": "fee",
-           "type": "integer"
+           "name": "price",
+           "type": "numeric(12,2)",
+           "notNull": true,
+           "default": "0"
          }
        ],

== messages after ==
Article.java:3: warning: [lockstep:RenameDone] renamedFrom = "fee" of column "price" of table "article" has done its work and can go

== rows after ==
SELECT * FROM article ORDER BY id;
1 | 5.00
2 | 1.00
