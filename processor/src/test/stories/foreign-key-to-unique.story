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
Pet.java:1: warning: [lockstep:ForeignKeyNotIndexed] foreign key "pet_owner_fkey" of table "pet" has no index: each delete from "person" reads all rows of "pet"
      index it: @Index(columns = "owner")

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Reference people by email")
public final class M0002_ReferencePeopleByEmail implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createIndexConcurrently("person", uniqueIndex("person_email_key", "email"));
    schema.addConstraintUsingIndex("person",
        unique("person_email_key", "email"), "person_email_key");
    schema.lockWrites("person");
    schema.lockWrites("pet");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_owner_fkey", "owner").references("person", "email"));
    schema.validateConstraint("pet", "pet_owner_fkey");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_owner_fkey");
    schema.dropConstraint("person", "person_email_key");
  }
}

== sql up ==
CREATE UNIQUE INDEX CONCURRENTLY "person_email_key" ON "public"."person" ("email");
ALTER TABLE "public"."person" ADD CONSTRAINT "person_email_key" UNIQUE USING INDEX "person_email_key";
LOCK TABLE "public"."person" IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_owner_fkey" FOREIGN KEY ("owner") REFERENCES "public"."person" ("email") NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_owner_fkey";

== sql down ==
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
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
