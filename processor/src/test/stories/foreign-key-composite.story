Send letters to regions

A composite key is referenced as a whole; the columns may be named in any order, as long as both
sides agree.

== before ==
-- Region.java
@Table class Region { @Id String country; @Id int code; }

== after ==
-- Letter.java
@ForeignKey(columns = {"code", "country"}, references = Region.class, referencedColumns = {"code", "country"})
@Table class Letter { @Id long id; String country; Integer code; }

== rows ==
INSERT INTO region VALUES ('de', 1);

== messages ==
Letter.java:2: error: [lockstep:TableAdded] table "letter" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table letter"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Send letters to regions")
public final class M0002_SendLettersToRegions implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("letter",
        column("id", bigint()).notNull(),
        column("country", text()),
        column("code", integer()),
        primaryKey("letter_pkey", "id"),
        foreignKey("letter_code_country_fkey", "code", "country")
            .references("region", "code", "country"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("region");
    schema.lockTable("letter");
    schema.dropConstraint("letter", "letter_code_country_fkey");
    schema.lockTable("letter");
    schema.dropTable("letter");
  }
}

== sql up ==
CREATE TABLE "public"."letter" (
  "id" bigint NOT NULL,
  "country" text,
  "code" integer,
  CONSTRAINT "letter_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "letter_code_country_fkey" FOREIGN KEY ("code", "country") REFERENCES "public"."region" ("code", "country")
);

== sql down ==
LOCK TABLE "public"."region" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."letter" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."letter" DROP CONSTRAINT "letter_code_country_fkey";
LOCK TABLE "public"."letter" IN ACCESS EXCLUSIVE MODE;
DROP TABLE "public"."letter";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SendLettersToRegions"
    ],
    "tables": [
      {
+       "name": "letter",
+       "class": "shop.Letter",
+       "columns": [
+         {
+           "name": "id",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "country",
+           "type": "text"
+         },
+         {
+           "name": "code",
+           "type": "integer"
+         }
+       ],
+       "constraints": [
+         {
+           "name": "letter_code_country_fkey",
+           "kind": "foreign key",
+           "columns": [ "code", "country" ],
+           "references": "region",
+           "referencedColumns": [ "code", "country" ]
+         },
+         {
+           "name": "letter_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         }
+       ]
+     },
+     {
        "name": "region",
        "class": "shop.Region",
