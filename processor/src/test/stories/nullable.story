Relax names

A column that was NOT NULL may be NULL. The way back stops if a NULL came in meanwhile: what it
should become is not guessed.

== before ==
-- Person.java
@Table class Person { @Id long id; @Column(nullable = false) String name; int age; }

== after ==
-- Person.java
@Table class Person { @Id long id; String name; Integer age; }

== rows ==
INSERT INTO person VALUES (1, 'Ada', 36);

== messages ==
Person.java:1: error: [lockstep:ColumnNullabilityChanged] column "age" of table "person" takes NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make age of person nullable"
Person.java:1: error: [lockstep:ColumnNullabilityChanged] column "name" of table "person" takes NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make name of person nullable"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Relax names")
public final class M0002_RelaxNames implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropNotNull("person", "name");
    schema.dropNotNull("person", "age");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.setNotNull("person", "age");
    schema.setNotNull("person", "name");
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "name" DROP NOT NULL;
ALTER TABLE "public"."person" ALTER COLUMN "age" DROP NOT NULL;

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "age" SET NOT NULL;
ALTER TABLE "public"."person" ALTER COLUMN "name" SET NOT NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RelaxNames"
    ],
    "tables": [
...
          {
            "name": "name",
-           "type": "text",
-           "notNull": true
+           "type": "text"
          },
          {
            "name": "age",
-           "type": "integer",
-           "notNull": true
+           "type": "integer"
          }
        ],
