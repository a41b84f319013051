Change what references what

A foreign key is added, one is removed, two get other actions. A foreign key cannot be altered: it
is dropped and added under its name.

== before ==
-- Person.java
@Table class Person { @Id long id; @Column(unique = true) String email; }
-- Pet.java
@Table class Pet {
  @Id long id;
  Long added;
  @References(Person.class) Long removed;
  @References(Person.class) Long cascades;
  @References(value = Person.class, onUpdate = ReferentialAction.CASCADE) Long deferred;
}

== after ==
-- Pet.java
@Table class Pet {
  @Id long id;
  @References(value = Person.class, onDelete = ReferentialAction.SET_NULL) Long added;
  Long removed;
  @References(value = Person.class, onDelete = ReferentialAction.CASCADE) Long cascades;
  @References(value = Person.class, deferrable = true) Long deferred;
}

== rows ==
INSERT INTO person VALUES (1, NULL);
INSERT INTO pet VALUES (1, 1, 1, 1, 1);

== messages ==
Pet.java:3: error: [lockstep:ConstraintAdded] foreign key "pet_added_fkey" of table "pet" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on added to pet"
Pet.java:5: error: [lockstep:ConstraintChanged] foreign key "pet_cascades_fkey" of table "pet" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change foreign key on cascades of pet"
Pet.java:6: error: [lockstep:ConstraintChanged] foreign key "pet_deferred_fkey" of table "pet" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change foreign key on deferred of pet"
Pet.java:1: error: [lockstep:ConstraintRemoved] foreign key "pet_removed_fkey" of table "pet" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop foreign key on removed from pet"
Pet.java:3: warning: [lockstep:ForeignKeyNotIndexed] foreign key "pet_added_fkey" of table "pet" has no index: each delete from "person" reads all rows of "pet"
      index it: @Index(columns = "added")

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.schema.ReferentialAction.CASCADE;
import static dev.lockstep.schema.ReferentialAction.SET_NULL;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Change what references what")
public final class M0002_ChangeWhatReferencesWhat implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_removed_fkey");
    schema.lockWrites("person");
    schema.lockWrites("pet");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_added_fkey", "added").references("person", "id").onDelete(SET_NULL));
    schema.validateConstraint("pet", "pet_added_fkey");
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_cascades_fkey");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_cascades_fkey", "cascades").references("person", "id").onDelete(CASCADE));
    schema.validateConstraint("pet", "pet_cascades_fkey");
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_deferred_fkey");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_deferred_fkey", "deferred").references("person", "id").deferrable());
    schema.validateConstraint("pet", "pet_deferred_fkey");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_added_fkey");
    schema.lockWrites("person");
    schema.lockWrites("pet");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_removed_fkey", "removed").references("person", "id"));
    schema.validateConstraint("pet", "pet_removed_fkey");
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_deferred_fkey");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_deferred_fkey", "deferred").references("person", "id").onUpdate(CASCADE));
    schema.validateConstraint("pet", "pet_deferred_fkey");
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_cascades_fkey");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_cascades_fkey", "cascades").references("person", "id"));
    schema.validateConstraint("pet", "pet_cascades_fkey");
  }
}

== sql up ==
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_removed_fkey";
LOCK TABLE "public"."person" IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_added_fkey" FOREIGN KEY ("added") REFERENCES "public"."person" ("id") ON DELETE SET NULL NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_added_fkey";
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_cascades_fkey";
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_cascades_fkey" FOREIGN KEY ("cascades") REFERENCES "public"."person" ("id") ON DELETE CASCADE NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_cascades_fkey";
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_deferred_fkey";
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_deferred_fkey" FOREIGN KEY ("deferred") REFERENCES "public"."person" ("id") DEFERRABLE NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_deferred_fkey";

== sql down ==
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_added_fkey";
LOCK TABLE "public"."person" IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_removed_fkey" FOREIGN KEY ("removed") REFERENCES "public"."person" ("id") NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_removed_fkey";
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_deferred_fkey";
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_deferred_fkey" FOREIGN KEY ("deferred") REFERENCES "public"."person" ("id") ON UPDATE CASCADE NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_deferred_fkey";
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_cascades_fkey";
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_cascades_fkey" FOREIGN KEY ("cascades") REFERENCES "public"."person" ("id") NOT VALID;
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_cascades_fkey";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ChangeWhatReferencesWhat"
    ],
    "tables": [
...
        "constraints": [
          {
+           "name": "pet_added_fkey",
+           "kind": "foreign key",
+           "columns": [ "added" ],
+           "references": "person",
+           "referencedColumns": [ "id" ],
+           "onDelete": "set null"
+         },
+         {
            "name": "pet_cascades_fkey",
            "kind": "foreign key",
            "columns": [ "cascades" ],
            "references": "person",
-           "referencedColumns": [ "id" ]
+           "referencedColumns": [ "id" ],
+           "onDelete": "cascade"
          },
          {
...
            "references": "person",
            "referencedColumns": [ "id" ],
-           "onUpdate": "cascade"
+           "deferral": "deferrable"
          },
          {
...
            "kind": "primary key",
            "columns": [ "id" ]
-         },
-         {
-           "name": "pet_removed_fkey",
-           "kind": "foreign key",
-           "columns": [ "removed" ],
-           "references": "person",
-           "referencedColumns": [ "id" ]
          }
        ]
