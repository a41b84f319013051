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
    schema.createIndexConcurrently("person",
        uniqueIndex("person_email_key", "email").nullsNotDistinct());
    schema.addConstraintUsingIndex("person",
        unique("person_email_key", "email").nullsNotDistinct(), "person_email_key");
    schema.createIndexConcurrently("person",
        uniqueIndex("person_phone_idx", "phone").nullsNotDistinct());
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("person_phone_idx");
    schema.dropConstraint("person", "person_email_key");
  }
}

== sql up ==
CREATE UNIQUE INDEX CONCURRENTLY "person_email_key" ON "public"."person" ("email") NULLS NOT DISTINCT;
ALTER TABLE "public"."person" ADD CONSTRAINT "person_email_key" UNIQUE USING INDEX "person_email_key";
CREATE UNIQUE INDEX CONCURRENTLY "person_phone_idx" ON "public"."person" ("phone") NULLS NOT DISTINCT;

== sql down ==
DROP INDEX CONCURRENTLY "public"."person_phone_idx";
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
