Rename User to Account and email to address

A table and one of its columns are renamed at once, and another column is added: the column is
renamed in the table of the new name.

== before ==
-- User.java
@Table class User { @Id long id; String email; }

== after ==
-- User.java is deleted
-- Account.java
@Table(renamedFrom = "user") class Account {
  @Id long id;
  @Column(renamedFrom = "email", nullable = false, backfill = "''") String address;
  Integer age;
}

== rows ==
INSERT INTO "user" VALUES (1, 'ada@example.com'), (2, NULL);

== messages ==
Account.java:1: error: [lockstep:TableRenamed] table "user" is named "account" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table user to account"
Account.java:3: error: [lockstep:ColumnRenamed] column "email" of table "account" is named "address" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename email of account to address"
Account.java:3: error: [lockstep:ColumnNullabilityChanged] column "address" of table "account" is NOT NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make address of account NOT NULL"
Account.java:4: error: [lockstep:ColumnAdded] column "age" of table "account" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add age to account"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.integer;

import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename User to Account and email to address", phase = CONTRACT)
public final class M0002_RenameUserToAccountAndEmailToAddress implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameTable("user", "account");
    schema.renameColumn("account", "email", "address");
    schema.addColumn("account", column("age", integer()));
    schema.backfill("account", "address", "''");
    schema.addConstraintNotValid("account",
        check("lockstep_not_null_address", "address IS NOT NULL"));
    schema.validateConstraint("account", "lockstep_not_null_address");
    schema.setNotNull("account", "address");
    schema.dropConstraint("account", "lockstep_not_null_address");
  }

  @Irreversible(what = "user.email", reason = "its NULLs became ''")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropNotNull("account", "address");
    schema.dropColumn("account", "age");
    schema.renameColumn("account", "address", "email");
    schema.renameTable("account", "user");
  }
}

== sql up ==
ALTER TABLE "public"."user" RENAME TO "account";
ALTER TABLE "public"."account" RENAME COLUMN "email" TO "address";
ALTER TABLE "public"."account" ADD COLUMN "age" integer;
UPDATE "public"."account" SET "address" = ('') WHERE "address" IS NULL;
ALTER TABLE "public"."account" ADD CONSTRAINT "lockstep_not_null_address" CHECK (address IS NOT NULL) NOT VALID;
ALTER TABLE "public"."account" VALIDATE CONSTRAINT "lockstep_not_null_address";
ALTER TABLE "public"."account" ALTER COLUMN "address" SET NOT NULL;
ALTER TABLE "public"."account" DROP CONSTRAINT "lockstep_not_null_address";

== sql down ==
ALTER TABLE "public"."account" ALTER COLUMN "address" DROP NOT NULL;
ALTER TABLE "public"."account" DROP COLUMN "age";
ALTER TABLE "public"."account" RENAME COLUMN "address" TO "email";
ALTER TABLE "public"."account" RENAME TO "user";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RenameUserToAccountAndEmailToAddress"
    ],
    "tables": [
      {
-       "name": "user",
-       "class": "shop.User",
+       "name": "account",
+       "class": "shop.Account",
        "columns": [
          {
...
          },
          {
-           "name": "email",
-           "type": "text"
+           "name": "address",
+           "type": "text",
+           "notNull": true
+         },
+         {
+           "name": "age",
+           "type": "integer"
          }
        ],

== messages after ==
Account.java:1: warning: [lockstep:RenameDone] renamedFrom = "user" of table "account" has done its work and can go
Account.java:3: warning: [lockstep:RenameDone] renamedFrom = "email" of column "address" of table "account" has done its work and can go

== rows after ==
SELECT * FROM account ORDER BY id;
1 | ada@example.com | null
2 |  | null
