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

import static dev.lockstep.SchemaElements.check;

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
    schema.addConstraintNotValid("person", check("lockstep_not_null_age", "age IS NOT NULL"));
    schema.validateConstraint("person", "lockstep_not_null_age");
    schema.setNotNull("person", "age");
    schema.dropConstraint("person", "lockstep_not_null_age");
    schema.addConstraintNotValid("person", check("lockstep_not_null_name", "name IS NOT NULL"));
    schema.validateConstraint("person", "lockstep_not_null_name");
    schema.setNotNull("person", "name");
    schema.dropConstraint("person", "lockstep_not_null_name");
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "name" DROP NOT NULL;
ALTER TABLE "public"."person" ALTER COLUMN "age" DROP NOT NULL;

== sql down ==
ALTER TABLE "public"."person" ADD CONSTRAINT "lockstep_not_null_age" CHECK (age IS NOT NULL) NOT VALID;
ALTER TABLE "public"."person" VALIDATE CONSTRAINT "lockstep_not_null_age";
ALTER TABLE "public"."person" ALTER COLUMN "age" SET NOT NULL;
ALTER TABLE "public"."person" DROP CONSTRAINT "lockstep_not_null_age";
ALTER TABLE "public"."person" ADD CONSTRAINT "lockstep_not_null_name" CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE "public"."person" VALIDATE CONSTRAINT "lockstep_not_null_name";
ALTER TABLE "public"."person" ALTER COLUMN "name" SET NOT NULL;
ALTER TABLE "public"."person" DROP CONSTRAINT "lockstep_not_null_name";

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
