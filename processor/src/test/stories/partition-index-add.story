Find sales by day

PostgreSQL builds no index of a partitioned table concurrently. So the whole comes without its
parts, they are built one after the other, and then brought to it.

== before ==
-- Sale.java
@Partitioned(by = PartitionStrategy.LIST, columns = "country", partitions = {
  @Partition(name = "sale_eu", values = "IN ('de', 'fr')"),
  @Partition(name = "sale_rest", values = "DEFAULT")
})
@Table class Sale { @Id long id; @Id String country; LocalDate day; }

== after ==
-- Sale.java
@Partitioned(by = PartitionStrategy.LIST, columns = "country", partitions = {
  @Partition(name = "sale_eu", values = "IN ('de', 'fr')"),
  @Partition(name = "sale_rest", values = "DEFAULT")
})
@Table class Sale { @Id long id; @Id String country; @Index LocalDate day; }

== rows ==
INSERT INTO sale VALUES (1, 'de', '2025-01-01'), (2, 'us', '2025-01-02');

== messages ==
Sale.java:5: error: [lockstep:IndexAdded] index "sale_day_idx" of table "sale" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on day to sale"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.index;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Find sales by day")
public final class M0002_FindSalesByDay implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createIndexOnly("sale", index("sale_day_idx", "day"));
    schema.createIndexConcurrently("sale_eu", index("sale_eu_day_idx", "day"));
    schema.createIndexConcurrently("sale_rest", index("sale_rest_day_idx", "day"));
    schema.attachIndex("sale_day_idx", "sale_eu_day_idx");
    schema.attachIndex("sale_day_idx", "sale_rest_day_idx");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndex("sale_day_idx");
  }
}

== sql up ==
CREATE INDEX "sale_day_idx" ON ONLY "public"."sale" ("day");
CREATE INDEX CONCURRENTLY "sale_eu_day_idx" ON "public"."sale_eu" ("day");
CREATE INDEX CONCURRENTLY "sale_rest_day_idx" ON "public"."sale_rest" ("day");
ALTER INDEX "public"."sale_day_idx" ATTACH PARTITION "public"."sale_eu_day_idx";
ALTER INDEX "public"."sale_day_idx" ATTACH PARTITION "public"."sale_rest_day_idx";

== sql down ==
DROP INDEX "public"."sale_day_idx";

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_FindSalesByDay"
    ],
    "tables": [
...
          }
        ],
+       "indexes": [
+         {
+           "name": "sale_day_idx",
+           "elements": [ "day" ]
+         }
+       ],
        "partitioned": {
          "by": "list",
