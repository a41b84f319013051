Number people by UUID

A field of a table's type is a column of that table's key. If the key changes its type, the columns
that reference it follow; their keys are taken away for the change.

== before ==
-- Person.java
@Table class Person { @Id @Column(length = 36) String id; }
-- Pet.java
@Table class Pet { @Id long id; @References @Index Person owner; }

== after ==
-- Person.java
@Table class Person { @Id @Column(using = "id::uuid") UUID id; }
-- Pet.java
@Table class Pet { @Id long id; @References @Index @Column(using = "owner_id::uuid") Person owner; }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO person VALUES ('6f1d7a0e-0000-4000-8000-000000000001');
INSERT INTO pet VALUES (1, '6f1d7a0e-0000-4000-8000-000000000001');

== messages ==
Person.java:1: error: [lockstep:TableRewrite] the type of column "id" of table "person" changes from varchar(36) to uuid, which rewrites the table and locks it meanwhile
      not beside it: foreign key "pet_owner_id_fkey" of table "pet" references it
      accept: mvn compile -Dlockstep.migrate="Change type of id in person" -Dlockstep.accept=rewrite
Pet.java:1: error: [lockstep:ColumnTypeChanged] the type of column "owner_id" of table "pet" changed from varchar(36) to uuid, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of owner_id in pet"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of owner_id in pet" -Dlockstep.accept=rewrite:pet

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.uuid;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Number people by UUID", phase = CONTRACT)
@Accepted({"rewrite:person", "rewrite:pet"})
public final class M0002_NumberPeopleByUUID implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_owner_id_fkey");
    schema.alterColumnType("person", "id", uuid(), "id::uuid");
    schema.alterColumnType("pet", "owner_id", uuid(), "owner_id::uuid");
    schema.addConstraintNotValid("pet",
        foreignKey("pet_owner_id_fkey", "owner_id").references("person", "id"));
    schema.analyze("person", "id");
    schema.analyze("pet", "owner_id");
    schema.validateConstraint("pet", "pet_owner_id_fkey");
  }

  @Irreversible(what = "person.id", reason = "how its text was written is gone")
  @Irreversible(what = "pet.owner_id", reason = "how its text was written is gone")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_owner_id_fkey");
    schema.alterColumnType("pet", "owner_id", varchar(36));
    schema.alterColumnType("person", "id", varchar(36));
    schema.addConstraintNotValid("pet",
        foreignKey("pet_owner_id_fkey", "owner_id").references("person", "id"));
    schema.analyze("person", "id");
    schema.analyze("pet", "owner_id");
    schema.validateConstraint("pet", "pet_owner_id_fkey");
  }
}

== sql up ==
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_owner_id_fkey";
ALTER TABLE "public"."person" ALTER COLUMN "id" TYPE uuid USING id::uuid;
ALTER TABLE "public"."pet" ALTER COLUMN "owner_id" TYPE uuid USING owner_id::uuid;
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "public"."person" ("id") NOT VALID;
ANALYZE "public"."person" ("id");
ANALYZE "public"."pet" ("owner_id");
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_owner_id_fkey";

== sql down ==
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_owner_id_fkey";
ALTER TABLE "public"."pet" ALTER COLUMN "owner_id" TYPE varchar(36);
ALTER TABLE "public"."person" ALTER COLUMN "id" TYPE varchar(36);
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "public"."person" ("id") NOT VALID;
ANALYZE "public"."person" ("id");
ANALYZE "public"."pet" ("owner_id");
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_owner_id_fkey";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_NumberPeopleByUUID"
    ],
    "tables": [
...
          {
            "name": "id",
-           "type": "varchar(36)",
+           "type": "uuid",
            "notNull": true
          }
...
          {
            "name": "owner_id",
-           "type": "varchar(36)"
+           "type": "uuid"
          }
        ],

== rows after ==
SELECT * FROM pet;
1 | 6f1d7a0e-0000-4000-8000-000000000001
