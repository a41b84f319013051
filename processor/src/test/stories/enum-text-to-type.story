Make colors a type

An enum that becomes an @EnumType turns its columns from text with a check into the type.

== before ==
-- Shirt.java
@Table class Shirt { @Id long id; @Column(defaultValue = "'RED'") Color color; Color lining; }
-- Color.java
enum Color { RED, BLUE }

== after ==
-- Color.java
@EnumType enum Color { RED, BLUE }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO shirt VALUES (1, 'BLUE', NULL), (2, DEFAULT, 'RED');

== messages ==
Color.java:1: error: [lockstep:EnumAdded] enum "color" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create enum color"
Shirt.java:1: error: [lockstep:ColumnTypeChanged] the type of column "color" of table "shirt" changed from text to color, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of color in shirt"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of color in shirt" -Dlockstep.accept=rewrite
Shirt.java:1: error: [lockstep:ColumnTypeChanged] the type of column "lining" of table "shirt" changed from text to color, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of lining in shirt"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of lining in shirt" -Dlockstep.accept=rewrite
Shirt.java:1: error: [lockstep:ConstraintRemoved] check "shirt_color_check" of table "shirt" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop check shirt_color_check from shirt"
Shirt.java:1: error: [lockstep:ConstraintRemoved] check "shirt_lining_check" of table "shirt" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop check shirt_lining_check from shirt"
Shirt.java:1: warning: [lockstep:ColumnMoves] column "color" of table "shirt" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of color in shirt" -Dlockstep.accept=rewrite
Shirt.java:1: warning: [lockstep:ColumnMoves] column "lining" of table "shirt" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of lining in shirt" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Make colors a type", phase = CONTRACT)
@Accepted("rewrite:shirt")
public final class M0002_MakeColorsAType implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("shirt", "shirt_color_check");
    schema.dropConstraint("shirt", "shirt_lining_check");
    schema.createEnum("color", "RED", "BLUE");
    schema.dropDefault("shirt", "color");
    schema.alterColumnType("shirt", "color", type("color"), "color::text::color");
    schema.setDefault("shirt", "color", "'RED'");
    schema.alterColumnType("shirt", "lining", type("color"), "lining::text::color");
    schema.analyze("shirt", "color", "lining");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("shirt", "lining", text());
    schema.dropDefault("shirt", "color");
    schema.alterColumnType("shirt", "color", text());
    schema.setDefault("shirt", "color", "'RED'");
    schema.dropEnum("color");
    schema.addConstraintNotValid("shirt",
        check("shirt_lining_check", "lining IN ('RED', 'BLUE')"));
    schema.analyze("shirt", "color", "lining");
    schema.validateConstraint("shirt", "shirt_lining_check");
    schema.addConstraintNotValid("shirt", check("shirt_color_check", "color IN ('RED', 'BLUE')"));
    schema.validateConstraint("shirt", "shirt_color_check");
  }
}

== sql up ==
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_lining_check";
CREATE TYPE "public"."color" AS ENUM ('RED', 'BLUE');
ALTER TABLE "public"."shirt" ALTER COLUMN "color" DROP DEFAULT;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" TYPE color USING color::text::color;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" SET DEFAULT 'RED';
ALTER TABLE "public"."shirt" ALTER COLUMN "lining" TYPE color USING lining::text::color;
ANALYZE "public"."shirt" ("color", "lining");

== sql down ==
ALTER TABLE "public"."shirt" ALTER COLUMN "lining" TYPE text;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" DROP DEFAULT;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" TYPE text;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" SET DEFAULT 'RED';
DROP TYPE "public"."color";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_lining_check" CHECK (lining IN ('RED', 'BLUE')) NOT VALID;
ANALYZE "public"."shirt" ("color", "lining");
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_lining_check";
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_color_check" CHECK (color IN ('RED', 'BLUE')) NOT VALID;
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_color_check";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_MakeColorsAType"
    ],
+   "enums": [
+     {
+       "name": "color",
+       "class": "shop.Color",
+       "values": [
+         "RED",
+         "BLUE"
+       ]
+     }
+   ],
    "tables": [
      {
...
          {
            "name": "color",
-           "type": "text",
+           "type": "color",
            "default": "'RED'"
          },
          {
            "name": "lining",
-           "type": "text"
+           "type": "color"
          }
        ],
        "constraints": [
          {
-           "name": "shirt_color_check",
-           "kind": "check",
-           "expression": "color IN ('RED', 'BLUE')"
-         },
-         {
-           "name": "shirt_lining_check",
-           "kind": "check",
-           "expression": "lining IN ('RED', 'BLUE')"
-         },
-         {
            "name": "shirt_pkey",
            "kind": "primary key",

== rows after ==
SELECT *, pg_typeof(color) FROM shirt ORDER BY id;
1 | BLUE | null | color
2 | RED | RED | color

== rows back ==
SELECT *, pg_typeof(color) FROM shirt ORDER BY id;
1 | BLUE | null | text
2 | RED | RED | text
