Show less

A query that changed makes its view anew, and the one that is made of it, which did not change.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String country; int points; }
-- Rich.java
@View(query = "SELECT id, country, points FROM customer WHERE points > 100")
record Rich(long id, String country, int points) {}
-- Richest.java
@View(query = "SELECT max(points) AS points FROM rich")
record Richest(int points) {}

== after ==
-- Rich.java
@View(query = "SELECT id, points FROM customer WHERE points > 200")
record Rich(long id, int points) {}

== rows ==
INSERT INTO customer VALUES (1, 'de', 200), (2, 'fr', 300);

== messages ==
Rich.java:2: error: [lockstep:ViewChanged] view "rich" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change view rich"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Show less")
public final class M0002_ShowLess implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropView("richest");
    schema.dropView("rich");
    schema.createView("rich", "SELECT id, points FROM customer WHERE points > 200");
    schema.createView("richest", "SELECT max(points) AS points FROM rich");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropView("richest");
    schema.dropView("rich");
    schema.createView("rich", "SELECT id, country, points FROM customer WHERE points > 100");
    schema.createView("richest", "SELECT max(points) AS points FROM rich");
  }
}

== sql up ==
DROP VIEW "public"."richest";
DROP VIEW "public"."rich";
CREATE VIEW "public"."rich" AS
SELECT id, points FROM customer WHERE points > 200;
CREATE VIEW "public"."richest" AS
SELECT max(points) AS points FROM rich;

== sql down ==
DROP VIEW "public"."richest";
DROP VIEW "public"."rich";
CREATE VIEW "public"."rich" AS
SELECT id, country, points FROM customer WHERE points > 100;
CREATE VIEW "public"."richest" AS
SELECT max(points) AS points FROM rich;

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ShowLess"
    ],
    "tables": [
...
        "name": "rich",
        "class": "shop.Rich",
-       "query": "SELECT id, country, points FROM customer WHERE points > 100"
+       "query": "SELECT id, points FROM customer WHERE points > 200"
      },
      {

== rows after ==
SELECT * FROM rich;
2 | 300
