Only warn

With lockstep.check=warn what is not migrated is a warning, and the build goes on.

== before ==
-- Person.java
@Table class Person { @Id long id; }

== after ==
-- Person.java
@Table class Person { @Id long id; String name; }

== options ==
lockstep.check=warn

== messages ==
Person.java:1: warning: [lockstep:ColumnAdded] column "name" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add name to person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Only warn")
public final class M0002_OnlyWarn implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("person", column("name", text()));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("person", "name");
  }
}

== sql up ==
ALTER TABLE "public"."person" ADD COLUMN "name" text;

== sql down ==
ALTER TABLE "public"."person" DROP COLUMN "name";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_OnlyWarn"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "name",
+           "type": "text"
          }
        ],
