Require names

Backfill fills what is NULL; a default does the same and stays. Indexes and defaults are untouched.

== before ==
-- Person.java
@Table class Person { @Id long id; @Index String name; Integer age; }

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(nullable = false, backfill = "'?'") @Index String name;
  @Column(defaultValue = "0") int age;
}

== rows ==
INSERT INTO person VALUES (1, 'Ada', 36), (2, NULL, NULL);

== messages ==
Person.java:4: error: [lockstep:ColumnNullabilityChanged] column "age" of table "person" is NOT NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make age of person NOT NULL"
Person.java:4: error: [lockstep:ColumnDefaultChanged] the default of column "age" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Set default of age in person"
Person.java:3: error: [lockstep:ColumnNullabilityChanged] column "name" of table "person" is NOT NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make name of person NOT NULL"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Require names", phase = CONTRACT)
public final class M0002_RequireNames implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.backfill("person", "name", "'?'");
    schema.addConstraintNotValid("person", check("lockstep_not_null_name", "name IS NOT NULL"));
    schema.validateConstraint("person", "lockstep_not_null_name");
    schema.setNotNull("person", "name");
    schema.dropConstraint("person", "lockstep_not_null_name");
    schema.setDefault("person", "age", "0");
    schema.backfill("person", "age", "0");
    schema.addConstraintNotValid("person", check("lockstep_not_null_age", "age IS NOT NULL"));
    schema.validateConstraint("person", "lockstep_not_null_age");
    schema.setNotNull("person", "age");
    schema.dropConstraint("person", "lockstep_not_null_age");
  }

  @Irreversible(what = "person.age", reason = "its NULLs became 0")
  @Irreversible(what = "person.name", reason = "its NULLs became '?'")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropDefault("person", "age");
    schema.dropNotNull("person", "age");
    schema.dropNotNull("person", "name");
  }
}

== sql up ==
UPDATE "public"."person" SET "name" = ('?') WHERE "name" IS NULL;
ALTER TABLE "public"."person" ADD CONSTRAINT "lockstep_not_null_name" CHECK (name IS NOT NULL) NOT VALID;
ALTER TABLE "public"."person" VALIDATE CONSTRAINT "lockstep_not_null_name";
ALTER TABLE "public"."person" ALTER COLUMN "name" SET NOT NULL;
ALTER TABLE "public"."person" DROP CONSTRAINT "lockstep_not_null_name";
ALTER TABLE "public"."person" ALTER COLUMN "age" SET DEFAULT 0;
UPDATE "public"."person" SET "age" = (0) WHERE "age" IS NULL;
ALTER TABLE "public"."person" ADD CONSTRAINT "lockstep_not_null_age" CHECK (age IS NOT NULL) NOT VALID;
ALTER TABLE "public"."person" VALIDATE CONSTRAINT "lockstep_not_null_age";
ALTER TABLE "public"."person" ALTER COLUMN "age" SET NOT NULL;
ALTER TABLE "public"."person" DROP CONSTRAINT "lockstep_not_null_age";

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "age" DROP DEFAULT;
ALTER TABLE "public"."person" ALTER COLUMN "age" DROP NOT NULL;
ALTER TABLE "public"."person" ALTER COLUMN "name" DROP NOT NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RequireNames"
    ],
    "tables": [
...
          {
            "name": "name",
-           "type": "text"
+           "type": "text",
+           "notNull": true
          },
          {
            "name": "age",
-           "type": "integer"
+           "type": "integer",
+           "notNull": true,
+           "default": "0"
          }
        ],

== rows after ==
SELECT * FROM person ORDER BY id;
1 | Ada | 36
2 | ? | 0
