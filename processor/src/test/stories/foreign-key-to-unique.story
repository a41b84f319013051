Reference people by email

A foreign key may reference a unique constraint that the same migration adds; the constraint comes
first, and goes last on the way back.

== before ==
-- Person.java
@Table class Person { @Id long id; String email; }
-- Pet.java
@Table class Pet { @Id long id; String owner; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(unique = true) String email; }
-- Pet.java
@Table class Pet { @Id long id; @References(value = Person.class, column = "email") String owner; }

== rows ==
INSERT INTO person VALUES (1, 'ada@example.com');
INSERT INTO pet VALUES (1, 'ada@example.com');

== messages ==
Person.java:1: error: [lockstep:ConstraintAdded] unique constraint "person_email_key" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on email to person"
Pet.java:1: error: [lockstep:ConstraintAdded] foreign key "pet_owner_fkey" of table "pet" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on owner to pet"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.unique;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Reference people by email")
public final class M0002_ReferencePeopleByEmail implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addConstraint("person", unique("person_email_key", "email"));
    schema.addConstraint("pet",
        foreignKey("pet_owner_fkey", "owner").references("person", "email"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("pet", "pet_owner_fkey");
    schema.dropConstraint("person", "person_email_key");
  }
}

== sql up ==
ALTER TABLE "public"."person" ADD CONSTRAINT "person_email_key" UNIQUE ("email");
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_owner_fkey" FOREIGN KEY ("owner") REFERENCES "public"."person" ("email");

== sql down ==
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_owner_fkey";
ALTER TABLE "public"."person" DROP CONSTRAINT "person_email_key";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ReferencePeopleByEmail"
    ],
    "tables": [
...
        "constraints": [
          {
+           "name": "person_email_key",
+           "kind": "unique",
+           "columns": [ "email" ]
+         },
+         {
            "name": "person_pkey",
            "kind": "primary key",
...
        "constraints": [
          {
+           "name": "pet_owner_fkey",
+           "kind": "foreign key",
+           "columns": [ "owner" ],
+           "references": "person",
+           "referencedColumns": [ "email" ]
+         },
+         {
            "name": "pet_pkey",
            "kind": "primary key",
