Count by country

The rows of a materialized view are stored, so it may have indexes.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String country; }

== after ==
-- CustomersByCountry.java
@View(query = "SELECT country, count(*) AS customers FROM customer GROUP BY country", materialized = true,
    with = "fillfactor=90")
@Index(columns = "country", unique = true)
record CustomersByCountry(String country, long customers) {}

== rows ==
INSERT INTO customer VALUES (1, 'de'), (2, 'fr'), (3, 'de');

== messages ==
CustomersByCountry.java:4: error: [lockstep:MaterializedViewAdded] materialized view "customers_by_country" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create materialized view customers_by_country"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.materializedView;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Count by country")
public final class M0002_CountByCountry implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createView(
        materializedView("customers_by_country",
            "SELECT country, count(*) AS customers FROM customer GROUP BY country")
            .with("fillfactor", "90"));
    schema.createIndex("customers_by_country",
        uniqueIndex("customers_by_country_country_idx", "country"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropMaterializedView("customers_by_country");
  }
}

== sql up ==
CREATE MATERIALIZED VIEW "public"."customers_by_country" WITH ("fillfactor" = 90) AS
SELECT country, count(*) AS customers FROM customer GROUP BY country;
CREATE UNIQUE INDEX "customers_by_country_country_idx" ON "public"."customers_by_country" ("country");

== sql down ==
DROP MATERIALIZED VIEW "public"."customers_by_country";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CountByCountry"
    ],
    "tables": [
...
        ]
      }
+   ],
+   "views": [
+     {
+       "name": "customers_by_country",
+       "class": "shop.CustomersByCountry",
+       "materialized": true,
+       "with": {
+         "fillfactor": "90"
+       },
+       "query": "SELECT country, count(*) AS customers FROM customer GROUP BY country",
+       "indexes": [
+         {
+           "name": "customers_by_country_country_idx",
+           "unique": true,
+           "elements": [ "country" ]
+         }
+       ]
+     }
    ]
  }

== rows after ==
SELECT * FROM customers_by_country ORDER BY country;
de | 2
fr | 1
