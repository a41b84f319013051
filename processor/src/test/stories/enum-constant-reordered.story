Sort the colors

A check lists the constants in their order, so that another order is another check. No row can break
it, so nothing has to be accepted.

== before ==
-- Shirt.java
@Table class Shirt { @Id long id; Color color; }
-- Color.java
enum Color { RED, BLUE }

== after ==
-- Color.java
enum Color { BLUE, RED }

== messages ==
Shirt.java:1: error: [lockstep:ConstraintChanged] check "shirt_color_check" of table "shirt" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change check shirt_color_check of shirt"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Sort the colors")
public final class M0002_SortTheColors implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("shirt", "shirt_color_check");
    schema.addConstraintNotValid("shirt", check("shirt_color_check", "color IN ('BLUE', 'RED')"));
    schema.validateConstraint("shirt", "shirt_color_check");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("shirt", "shirt_color_check");
    schema.addConstraintNotValid("shirt", check("shirt_color_check", "color IN ('RED', 'BLUE')"));
    schema.validateConstraint("shirt", "shirt_color_check");
  }
}

== sql up ==
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_color_check" CHECK (color IN ('BLUE', 'RED')) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_color_check";

== sql down ==
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_color_check" CHECK (color IN ('RED', 'BLUE')) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_color_check";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SortTheColors"
    ],
    "tables": [
...
            "name": "shirt_color_check",
            "kind": "check",
-           "expression": "color IN ('RED', 'BLUE')"
+           "expression": "color IN ('BLUE', 'RED')"
          },
          {
