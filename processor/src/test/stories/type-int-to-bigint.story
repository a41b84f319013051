Widen the keys

A key and the foreign keys to it change their type together.

== before ==
-- Person.java
@Table class Person { @Id @Identity Integer id; }
-- Pet.java
@Table class Pet { @Id long id; @References Person owner; }

== after ==
-- Person.java
@Table class Person { @Id @Identity Long id; }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO person DEFAULT VALUES;
INSERT INTO pet VALUES (1, 1);

== messages ==
Person.java:1: error: [lockstep:TableRewrite] the type of column "id" of table "person" changes from integer to bigint, which rewrites the table and locks it meanwhile
      not beside it: foreign key "pet_owner_id_fkey" of table "pet" references it
      accept: mvn compile -Dlockstep.migrate="Change type of id in person" -Dlockstep.accept=rewrite
Pet.java:1: error: [lockstep:ColumnTypeChanged] the type of column "owner_id" of table "pet" changed from integer to bigint, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of owner_id in pet"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of owner_id in pet" -Dlockstep.accept=rewrite:pet

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Widen the keys")
@Accepted({"rewrite:person", "rewrite:pet"})
public final class M0002_WidenTheKeys implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_owner_id_fkey");
    schema.alterColumnType("person", "id", bigint());
    schema.alterColumnType("pet", "owner_id", bigint());
    schema.addConstraintNotValid("pet",
        foreignKey("pet_owner_id_fkey", "owner_id").references("person", "id"));
    schema.analyze("person", "id");
    schema.analyze("pet", "owner_id");
    schema.validateConstraint("pet", "pet_owner_id_fkey");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("person");
    schema.lockTable("pet");
    schema.dropConstraint("pet", "pet_owner_id_fkey");
    schema.alterColumnType("pet", "owner_id", integer());
    schema.alterColumnType("person", "id", integer());
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
ALTER TABLE "public"."person" ALTER COLUMN "id" TYPE bigint;
ALTER TABLE "public"."pet" ALTER COLUMN "owner_id" TYPE bigint;
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "public"."person" ("id") NOT VALID;
ANALYZE "public"."person" ("id");
ANALYZE "public"."pet" ("owner_id");
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_owner_id_fkey";

== sql down ==
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."pet" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."pet" DROP CONSTRAINT "pet_owner_id_fkey";
ALTER TABLE "public"."pet" ALTER COLUMN "owner_id" TYPE integer;
ALTER TABLE "public"."person" ALTER COLUMN "id" TYPE integer;
ALTER TABLE "public"."pet" ADD CONSTRAINT "pet_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "public"."person" ("id") NOT VALID;
ANALYZE "public"."person" ("id");
ANALYZE "public"."pet" ("owner_id");
ALTER TABLE "public"."pet" VALIDATE CONSTRAINT "pet_owner_id_fkey";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_WidenTheKeys"
    ],
    "tables": [
...
          {
            "name": "id",
-           "type": "integer",
+           "type": "bigint",
            "notNull": true,
            "identity": { }
...
          {
            "name": "owner_id",
-           "type": "integer"
+           "type": "bigint"
          }
        ],

== rows after ==
SELECT * FROM pet;
1 | 1
