Add login to user

Backfill gives the rows that are there a value once, which may depend on the row. No default stays
behind.

== before ==
-- User.java
@Table class User { @Id long id; @Column(nullable = false) String email; }

== after ==
-- User.java
@Table class User {
  @Id long id;
  @Column(nullable = false) String email;
  @Column(nullable = false, unique = true, backfill = "lower(email)") String login;
}

== rows ==
INSERT INTO "user" VALUES (1, 'Ada@example.com'), (2, 'Bob@example.com');

== messages ==
User.java:4: error: [lockstep:ColumnAdded] column "login" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add login to user"
User.java:4: error: [lockstep:ConstraintAdded] unique constraint "user_login_key" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on login to user"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add login to user")
public final class M0002_AddLoginToUser implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("user", column("login", text()));
    schema.backfill("user", "login", "lower(email)");
    schema.createIndexConcurrently("user", uniqueIndex("user_login_key", "login"));
    schema.addConstraintUsingIndex("user", unique("user_login_key", "login"), "user_login_key");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("user", "user_login_key");
    schema.dropColumn("user", "login");
  }
}

== sql up ==
ALTER TABLE "public"."user" ADD COLUMN "login" text;
UPDATE "public"."user" SET "login" = (lower(email)) WHERE "login" IS NULL;
CREATE UNIQUE INDEX CONCURRENTLY "user_login_key" ON "public"."user" ("login");
ALTER TABLE "public"."user" ADD CONSTRAINT "user_login_key" UNIQUE USING INDEX "user_login_key";

== sql down ==
ALTER TABLE "public"."user" DROP CONSTRAINT "user_login_key";
ALTER TABLE "public"."user" DROP COLUMN "login";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_AddLoginToUser", description = "Add login to user (contract)", phase = CONTRACT)
public final class M0003_AddLoginToUserContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.backfill("user", "login", "lower(email)");
    schema.addConstraintNotValid("user", check("lockstep_not_null_login", "login IS NOT NULL"));
    schema.validateConstraint("user", "lockstep_not_null_login");
    schema.setNotNull("user", "login");
    schema.dropConstraint("user", "lockstep_not_null_login");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropNotNull("user", "login");
  }
}

== contract sql up ==
UPDATE "public"."user" SET "login" = (lower(email)) WHERE "login" IS NULL;
ALTER TABLE "public"."user" ADD CONSTRAINT "lockstep_not_null_login" CHECK (login IS NOT NULL) NOT VALID;
ALTER TABLE "public"."user" VALIDATE CONSTRAINT "lockstep_not_null_login";
ALTER TABLE "public"."user" ALTER COLUMN "login" SET NOT NULL;
ALTER TABLE "public"."user" DROP CONSTRAINT "lockstep_not_null_login";

== contract sql down ==
ALTER TABLE "public"."user" ALTER COLUMN "login" DROP NOT NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_AddLoginToUserContract"
    ],
    "tables": [
...
            "type": "text",
            "notNull": true
+         },
+         {
+           "name": "login",
+           "type": "text",
+           "notNull": true
          }
        ],
        "constraints": [
          {
+           "name": "user_login_key",
+           "kind": "unique",
+           "columns": [ "login" ]
+         },
+         {
            "name": "user_pkey",
            "kind": "primary key",

== rows after ==
SELECT * FROM "user" ORDER BY id;
1 | Ada@example.com | ada@example.com
2 | Bob@example.com | bob@example.com
