Count further

PostgreSQL changes no column that a view shows. So the view and what is made of it go first and come
back; another view stays.

== before ==
-- Customer.java
@Table class Customer { @Id long id; String country; int points; }
-- Rich.java
@View(query = "SELECT id, points FROM customer WHERE points > 100", comment = "Good ones")
record Rich(long id, int points) {}
-- Richest.java
@View(query = "SELECT max(points) AS points FROM rich")
record Richest(int points) {}
-- Land.java
@Table class Land { @Id String code; }
-- Lands.java
@View(query = "SELECT code FROM land")
record Lands(String code) {}

== after ==
-- Customer.java
@Table class Customer { @Id long id; String country; long points; }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO customer VALUES (1, 'de', 200), (2, 'fr', 300);

== messages ==
Customer.java:1: error: [lockstep:TableRewrite] the type of column "points" of table "customer" changes from integer to bigint, which rewrites the table and locks it meanwhile
      not beside it: view "richest" uses it
      accept: mvn compile -Dlockstep.migrate="Change type of points in customer" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.integer;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Count further")
@Accepted("rewrite:customer")
public final class M0002_CountFurther implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropView("richest");
    schema.dropView("rich");
    schema.alterColumnType("customer", "points", bigint());
    schema.createView("rich", "SELECT id, points FROM customer WHERE points > 100");
    schema.commentOnView("rich", "Good ones");
    schema.createView("richest", "SELECT max(points) AS points FROM rich");
    schema.analyze("customer", "points");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropView("richest");
    schema.commentOnView("rich", "");
    schema.dropView("rich");
    schema.alterColumnType("customer", "points", integer());
    schema.createView("rich", "SELECT id, points FROM customer WHERE points > 100");
    schema.commentOnView("rich", "Good ones");
    schema.createView("richest", "SELECT max(points) AS points FROM rich");
    schema.analyze("customer", "points");
  }
}

== sql up ==
DROP VIEW "public"."richest";
DROP VIEW "public"."rich";
ALTER TABLE "public"."customer" ALTER COLUMN "points" TYPE bigint;
CREATE VIEW "public"."rich" AS
SELECT id, points FROM customer WHERE points > 100;
COMMENT ON VIEW "public"."rich" IS 'Good ones';
CREATE VIEW "public"."richest" AS
SELECT max(points) AS points FROM rich;
ANALYZE "public"."customer" ("points");

== sql down ==
DROP VIEW "public"."richest";
COMMENT ON VIEW "public"."rich" IS NULL;
DROP VIEW "public"."rich";
ALTER TABLE "public"."customer" ALTER COLUMN "points" TYPE integer;
CREATE VIEW "public"."rich" AS
SELECT id, points FROM customer WHERE points > 100;
COMMENT ON VIEW "public"."rich" IS 'Good ones';
CREATE VIEW "public"."richest" AS
SELECT max(points) AS points FROM rich;
ANALYZE "public"."customer" ("points");

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CountFurther"
    ],
    "tables": [
...
          {
            "name": "points",
-           "type": "integer",
+           "type": "bigint",
            "notNull": true
          }

== rows after ==
SELECT points, pg_typeof(points) FROM richest;
300 | bigint
