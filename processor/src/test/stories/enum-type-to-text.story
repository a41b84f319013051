Make colors text

An enum that is no @EnumType any more is text with a check again.

== before ==
-- Shirt.java
@Table class Shirt { @Id long id; @Column(defaultValue = "'RED'") @Index Color color; }
-- Color.java
@EnumType enum Color { RED, BLUE }

== after ==
-- Color.java
enum Color { RED, BLUE }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO shirt VALUES (1, 'BLUE'), (2, DEFAULT);

== messages ==
package-info.java:1: error: [lockstep:EnumRemoved] enum "color" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop enum color"
Shirt.java:1: error: [lockstep:ColumnTypeChanged] the type of column "color" of table "shirt" changed from color to text, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of color in shirt"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of color in shirt" -Dlockstep.accept=rewrite
Shirt.java:1: error: [lockstep:ConstraintAdded] check "shirt_color_check" of table "shirt" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check shirt_color_check to shirt"
Shirt.java:1: warning: [lockstep:ColumnMoves] column "color" of table "shirt" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of color in shirt" -Dlockstep.accept=rewrite

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

@Revision(parents = "M0001_InitialMigration", description = "Make colors text", phase = CONTRACT)
@Accepted("rewrite:shirt")
public final class M0002_MakeColorsText implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropDefault("shirt", "color");
    schema.alterColumnType("shirt", "color", text());
    schema.setDefault("shirt", "color", "'RED'");
    schema.addConstraintNotValid("shirt", check("shirt_color_check", "color IN ('RED', 'BLUE')"));
    schema.analyze("shirt", "color");
    schema.validateConstraint("shirt", "shirt_color_check");
    schema.dropEnum("color");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.createEnum("color", "RED", "BLUE");
    schema.dropConstraint("shirt", "shirt_color_check");
    schema.dropDefault("shirt", "color");
    // Writes table "shirt" anew: nobody can read or write it meanwhile
    schema.alterColumnType("shirt", "color", type("color"), "color::color");
    schema.setDefault("shirt", "color", "'RED'");
    schema.analyze("shirt", "color");
  }
}

== sql up ==
ALTER TABLE "public"."shirt" ALTER COLUMN "color" DROP DEFAULT;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" TYPE text;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" SET DEFAULT 'RED';
ALTER TABLE "public"."shirt" ADD CONSTRAINT "shirt_color_check" CHECK (color IN ('RED', 'BLUE')) NOT VALID;
ANALYZE "public"."shirt" ("color");
ALTER TABLE "public"."shirt" VALIDATE CONSTRAINT "shirt_color_check";
DROP TYPE "public"."color";

== sql down ==
CREATE TYPE "public"."color" AS ENUM ('RED', 'BLUE');
ALTER TABLE "public"."shirt" DROP CONSTRAINT "shirt_color_check";
ALTER TABLE "public"."shirt" ALTER COLUMN "color" DROP DEFAULT;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" TYPE color USING color::color;
ALTER TABLE "public"."shirt" ALTER COLUMN "color" SET DEFAULT 'RED';
ANALYZE "public"."shirt" ("color");

== snapshot ==
  {
-   "format": 2,
+   "format": 1,
    "heads": [
-     "M0001_InitialMigration"
-   ],
-   "enums": [
-     {
-       "name": "color",
-       "class": "shop.Color",
-       "values": [
-         "RED",
-         "BLUE"
-       ]
-     }
+     "M0002_MakeColorsText"
    ],
    "tables": [
...
          {
            "name": "color",
-           "type": "color",
+           "type": "text",
            "default": "'RED'"
          }
...
        "constraints": [
          {
+           "name": "shirt_color_check",
+           "kind": "check",
+           "expression": "color IN ('RED', 'BLUE')"
+         },
+         {
            "name": "shirt_pkey",
            "kind": "primary key",

== rows after ==
SELECT *, pg_typeof(color) FROM shirt ORDER BY id;
1 | BLUE | text
2 | RED | text
