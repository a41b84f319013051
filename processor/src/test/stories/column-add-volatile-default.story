Add token to user

A default that is another for each row makes PostgreSQL write the whole table anew, with nobody
reading it meanwhile. So the column comes without it, new rows get it from then on, the others in
batches, and NOT NULL comes when a check has proven it.

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- User.java
@Table class User {
  @Id long id;
  @Column(nullable = false, defaultValue = "gen_random_uuid()") UUID token;
  @Column(defaultValue = "clock_timestamp()") Instant seen;
}

== rows ==
INSERT INTO "user" (id) SELECT generate_series(1, 5);

== messages ==
User.java:4: error: [lockstep:ColumnAdded] column "seen" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add seen to user"
User.java:3: error: [lockstep:ColumnAdded] column "token" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add token to user"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.timestamptz;
import static dev.lockstep.SchemaElements.uuid;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add token to user")
public final class M0002_AddTokenToUser implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("user", column("token", uuid()));
    schema.setDefault("user", "token", "gen_random_uuid()");
    schema.backfill("user", "token", "gen_random_uuid()");
    schema.addConstraintNotValid("user", check("lockstep_not_null_token", "token IS NOT NULL"));
    schema.validateConstraint("user", "lockstep_not_null_token");
    schema.setNotNull("user", "token");
    schema.dropConstraint("user", "lockstep_not_null_token");
    schema.addColumn("user", column("seen", timestamptz()));
    schema.setDefault("user", "seen", "clock_timestamp()");
    schema.backfill("user", "seen", "clock_timestamp()");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("user", "seen");
    schema.dropColumn("user", "token");
  }
}

== sql up ==
ALTER TABLE "public"."user" ADD COLUMN "token" uuid;
ALTER TABLE "public"."user" ALTER COLUMN "token" SET DEFAULT gen_random_uuid();
UPDATE "public"."user" SET "token" = (gen_random_uuid()) WHERE "token" IS NULL;
ALTER TABLE "public"."user" ADD CONSTRAINT "lockstep_not_null_token" CHECK (token IS NOT NULL) NOT VALID;
ALTER TABLE "public"."user" VALIDATE CONSTRAINT "lockstep_not_null_token";
ALTER TABLE "public"."user" ALTER COLUMN "token" SET NOT NULL;
ALTER TABLE "public"."user" DROP CONSTRAINT "lockstep_not_null_token";
ALTER TABLE "public"."user" ADD COLUMN "seen" timestamptz;
ALTER TABLE "public"."user" ALTER COLUMN "seen" SET DEFAULT clock_timestamp();
UPDATE "public"."user" SET "seen" = (clock_timestamp()) WHERE "seen" IS NULL;

== sql down ==
ALTER TABLE "public"."user" DROP COLUMN "seen";
ALTER TABLE "public"."user" DROP COLUMN "token";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_AddTokenToUser"
    ],
    "tables": [
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "token",
+           "type": "uuid",
+           "notNull": true,
+           "default": "gen_random_uuid()"
+         },
+         {
+           "name": "seen",
+           "type": "timestamptz",
+           "default": "clock_timestamp()"
          }
        ],

== rows after ==
SELECT count(DISTINCT token), count(seen) FROM "user";
5 | 5
