Ignore case in addresses

The extension comes before the column of its type.

== before ==
-- Person.java
@Table class Person { @Id long id; @Column(unique = true) String email; }

== after ==
-- package-info.java
@dev.lockstep.annotations.Database(extensions = "citext")
package shop;
-- Person.java
@Table class Person { @Id long id; @Column(unique = true, type = "citext") String email; }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO person VALUES (1, 'Ada@x.org');

== messages ==
package-info.java:1: error: [lockstep:ExtensionAdded] extension "citext" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create extension citext"
Person.java:1: error: [lockstep:ColumnTypeChanged] the type of column "email" of table "person" changed from text to citext, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of email in person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Ignore case in addresses")
public final class M0002_IgnoreCaseInAddresses implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createExtension("citext");
    schema.alterColumnType("person", "email", type("citext"));
    schema.analyze("person", "email");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "email", text());
    schema.dropExtension("citext");
    schema.analyze("person", "email");
  }
}

== sql up ==
DO $lockstep$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = 'citext') THEN
    IF EXISTS (SELECT FROM pg_catalog.pg_available_extension_versions WHERE name = 'citext' AND schema IS NOT NULL) THEN
      CREATE EXTENSION "citext";
    ELSE
      CREATE EXTENSION "citext" WITH SCHEMA public;
    END IF;
  END IF;
END
$lockstep$;
ALTER TABLE "public"."person" ALTER COLUMN "email" TYPE citext;
ANALYZE "public"."person" ("email");

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "email" TYPE text;
DO $lockstep$
BEGIN
  DROP EXTENSION IF EXISTS "citext";
EXCEPTION WHEN dependent_objects_still_exist OR insufficient_privilege THEN
  NULL;
END
$lockstep$;
ANALYZE "public"."person" ("email");

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_IgnoreCaseInAddresses"
    ],
+   "extensions": [
+     {
+       "name": "citext",
+       "class": "shop"
+     }
+   ],
    "tables": [
      {
...
          {
            "name": "email",
-           "type": "text"
+           "type": "citext"
          }
        ],

== rows after ==
SELECT id FROM person WHERE email = 'ADA@X.ORG';
1
