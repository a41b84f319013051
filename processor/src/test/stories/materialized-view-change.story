Count the living

A query that changed makes the view anew, with its indexes; it is filled at once. An index alone does not:
the other view, made when there was no customer, still shows none.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String country; boolean active; }
-- CustomersByCountry.java
@View(query = "SELECT country, count(*) AS customers FROM customer GROUP BY country", materialized = true)
@Index(columns = "country", unique = true)
record CustomersByCountry(String country, long customers) {}
-- Countries.java
@View(query = "SELECT DISTINCT country FROM customer", materialized = true)
record Countries(String country) {}

== after ==
-- CustomersByCountry.java
@View(query = "SELECT country, count(*) AS customers FROM customer WHERE active GROUP BY country", materialized = true)
@Index(columns = "country", unique = true)
record CustomersByCountry(String country, long customers) {}
-- Countries.java
@View(query = "SELECT DISTINCT country FROM customer", materialized = true)
@Index(columns = "country")
record Countries(String country) {}

== rows ==
INSERT INTO customer VALUES (1, 'de', true), (2, 'fr', false), (3, 'de', true);

== messages ==
Countries.java:3: error: [lockstep:MaterializedViewChanged] materialized view "countries" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change materialized view countries"
CustomersByCountry.java:3: error: [lockstep:MaterializedViewChanged] materialized view "customers_by_country" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change materialized view customers_by_country"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Count the living")
public final class M0002_CountTheLiving implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropMaterializedView("customers_by_country");
    schema.createMaterializedView("customers_by_country",
        "SELECT country, count(*) AS customers FROM customer WHERE active GROUP BY country");
    schema.createIndexConcurrently("countries", index("countries_country_idx", "country"));
    schema.createIndex("customers_by_country",
        uniqueIndex("customers_by_country_country_idx", "country"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("countries_country_idx");
    schema.dropMaterializedView("customers_by_country");
    schema.createMaterializedView("customers_by_country",
        "SELECT country, count(*) AS customers FROM customer GROUP BY country");
    schema.createIndex("customers_by_country",
        uniqueIndex("customers_by_country_country_idx", "country"));
  }
}

== sql up ==
DROP MATERIALIZED VIEW "public"."customers_by_country";
CREATE MATERIALIZED VIEW "public"."customers_by_country" AS
SELECT country, count(*) AS customers FROM customer WHERE active GROUP BY country;
CREATE INDEX CONCURRENTLY "countries_country_idx" ON "public"."countries" ("country");
CREATE UNIQUE INDEX "customers_by_country_country_idx" ON "public"."customers_by_country" ("country");

== sql down ==
DROP INDEX CONCURRENTLY "public"."countries_country_idx";
DROP MATERIALIZED VIEW "public"."customers_by_country";
CREATE MATERIALIZED VIEW "public"."customers_by_country" AS
SELECT country, count(*) AS customers FROM customer GROUP BY country;
CREATE UNIQUE INDEX "customers_by_country_country_idx" ON "public"."customers_by_country" ("country");

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CountTheLiving"
    ],
    "tables": [
...
        "class": "shop.Countries",
        "materialized": true,
-       "query": "SELECT DISTINCT country FROM customer"
+       "query": "SELECT DISTINCT country FROM customer",
+       "indexes": [
+         {
+           "name": "countries_country_idx",
+           "elements": [ "country" ]
+         }
+       ]
      },
      {
...
        "class": "shop.CustomersByCountry",
        "materialized": true,
-       "query": "SELECT country, count(*) AS customers FROM customer GROUP BY country",
+       "query": "SELECT country, count(*) AS customers FROM customer WHERE active GROUP BY country",
        "indexes": [
          {

== rows after ==
SELECT * FROM customers_by_country;
de | 2

SELECT count(*) FROM countries;
0

== rows back ==
SELECT * FROM customers_by_country ORDER BY country;
de | 2
fr | 1
