Sell in green

An enum is a text with a check of its constants. A new constant changes the check.

== before ==
-- Shirt.java
@Table class Shirt { @Id long id; @Column(nullable = false) Color color; List<Color> others; }
-- Color.java
enum Color { RED, BLUE }

== after ==
-- Color.java
enum Color { RED, GREEN, BLUE }

== rows ==
INSERT INTO shirt VALUES (1, 'RED', '{BLUE}');

== messages ==
Shirt.java:1: error: [lockstep:ConstraintChanged] check "shirt_color_check" of table "shirt" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change check shirt_color_check of shirt"
Shirt.java:1: error: [lockstep:ConstraintChanged] check "shirt_others_check" of table "shirt" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change check shirt_others_check of shirt"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Sell in green")
public final class M0002_SellInGreen implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("shirt", "shirt_color_check");
    schema.addConstraintNotValid("shirt",
        check("shirt_color_check", "color IN ('RED', 'GREEN', 'BLUE')"));
    schema.validateConstraint("shirt", "shirt_color_check");
    schema.dropConstraint("shirt", "shirt_others_check");
    schema.addConstraintNotValid("shirt",
        check("shirt_others_check", "others <@ ARRAY['RED', 'GREEN', 'BLUE']::text[]"));
    schema.validateConstraint("shirt", "shirt_others_check");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("shirt", "shirt_others_check");
    schema.addConstraintNotValid("shirt",
        check("shirt_others_check", "others <@ ARRAY['RED', 'BLUE']::text[]"));
    schema.validateConstraint("shirt", "shirt_others_check");
    schema.dropConstraint("shirt", "shirt_color_check");
    schema.addConstraintNotValid("shirt", check("shirt_color_check", "color IN ('RED', 'BLUE')"));
    schema.validateConstraint("shirt", "shirt_color_check");
  }
}

== sql up ==
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_color_check" CHECK (color IN ('RED', 'GREEN', 'BLUE')) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_others_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_others_check" CHECK (others <@ ARRAY['RED', 'GREEN', 'BLUE']::text[]) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_others_check";

== sql down ==
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_others_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_others_check" CHECK (others <@ ARRAY['RED', 'BLUE']::text[]) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_others_check";
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_color_check" CHECK (color IN ('RED', 'BLUE')) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_color_check";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SellInGreen"
    ],
    "tables": [
...
            "name": "shirt_color_check",
            "kind": "check",
-           "expression": "color IN ('RED', 'BLUE')"
+           "expression": "color IN ('RED', 'GREEN', 'BLUE')"
          },
          {
            "name": "shirt_others_check",
            "kind": "check",
-           "expression": "others <@ ARRAY['RED', 'BLUE']::text[]"
+           "expression": "others <@ ARRAY['RED', 'GREEN', 'BLUE']::text[]"
          },
          {
