Take NULLs as equal

A unique constraint or index that takes two NULLs as equal needs PostgreSQL 15, in the model and on
the server.

== before ==
-- Person.java
@Table class Person { @Id long id; String email; String phone; }

== after ==
-- Person.java
@Unique(columns = "email", nullsNotDistinct = true)
@Index(columns = "phone", unique = true, nullsNotDistinct = true)
@Table class Person { @Id long id; String email; String phone; }

== options ==
postgresql=15

== rows ==
INSERT INTO person VALUES (1, NULL, NULL);

== messages ==
Person.java:1: error: [lockstep:ConstraintAdded] unique constraint "person_email_key" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on email to person"
Person.java:2: error: [lockstep:IndexAdded] index "person_phone_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on phone to person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Take NULLs as equal")
public final class M0002_TakeNULLsAsEqual implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addConstraint("person", unique("person_email_key", "email").nullsNotDistinct());
    schema.createIndex("person", uniqueIndex("person_phone_idx", "phone").nullsNotDistinct());
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndex("person_phone_idx");
    schema.dropConstraint("person", "person_email_key");
  }
}

== sql up ==
ALTER TABLE "public"."person" ADD CONSTRAINT "person_email_key" UNIQUE NULLS NOT DISTINCT ("email");
CREATE UNIQUE INDEX "person_phone_idx" ON "public"."person" ("phone") NULLS NOT DISTINCT;

== sql down ==
DROP INDEX "public"."person_phone_idx";
ALTER TABLE "public"."person" DROP CONSTRAINT "person_email_key";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_TakeNULLsAsEqual"
    ],
    "tables": [
...
        "constraints": [
          {
+           "name": "person_email_key",
+           "kind": "unique",
+           "columns": [ "email" ],
+           "nullsNotDistinct": true
+         },
+         {
            "name": "person_pkey",
            "kind": "primary key",
            "columns": [ "id" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "person_phone_idx",
+           "unique": true,
+           "nullsNotDistinct": true,
+           "elements": [ "phone" ]
+         }
        ]
      }
