Add login to user

The old version writes rows without the new column, so they are filled once more before the column
becomes NOT NULL. Its index need not wait.

== before ==
-- User.java
@Table class User { @Id long id; String email; }

== after ==
-- User.java
@Table class User {
  @Id long id;
  String email;
  @Index @Column(nullable = false, backfill = "lower(email)") String login;
}

== rows ==
INSERT INTO "user" VALUES (1, 'Ada@example.com');

== messages ==
User.java:4: error: [lockstep:ColumnAdded] column "login" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add login to user"
User.java:4: error: [lockstep:IndexAdded] index "user_login_idx" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on login to user"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add login to user")
public final class M0002_AddLoginToUser implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("user", column("login", text()));
    schema.backfill("user", "login", "lower(email)");
    schema.createIndexConcurrently("user", index("user_login_idx", "login"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("user_login_idx");
    schema.dropColumn("user", "login");
  }
}

== sql up ==
ALTER TABLE "public"."user" ADD COLUMN "login" text;
UPDATE "public"."user" SET "login" = (lower(email)) WHERE "login" IS NULL;
CREATE INDEX CONCURRENTLY "user_login_idx" ON "public"."user" ("login");

== sql down ==
DROP INDEX CONCURRENTLY "public"."user_login_idx";
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
            "name": "email",
            "type": "text"
+         },
+         {
+           "name": "login",
+           "type": "text",
+           "notNull": true
          }
        ],
...
            "columns": [ "id" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "user_login_idx",
+           "elements": [ "login" ]
+         }
        ]
      }

== rows after ==
SELECT login FROM "user";
ada@example.com
