Drop everything

The last table class of a database is gone. The @Database is still there, so its tables are not
forgotten. Tables that reference each other lose the keys of the circle first.

== before ==
-- Team.java
@Table class Team { @Id long id; @References Person captain; }
-- Person.java
@Table class Person { @Id long id; @References Team team; }

== after ==
-- Team.java is deleted
-- Person.java is deleted

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO team VALUES (1, NULL);
INSERT INTO person VALUES (1, 1);

== messages ==
package-info.java:1: error: [lockstep:TableRemoved] table "person" has no class any more; a migration would delete its data
      renamed: put renamedFrom = "person" in the @Table that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop table person" -Dlockstep.accept=data-loss:person
package-info.java:1: error: [lockstep:TableRemoved] table "team" has no class any more; a migration would delete its data
      renamed: put renamedFrom = "team" in the @Table that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop table team" -Dlockstep.accept=data-loss:team

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Drop everything", phase = CONTRACT)
@Accepted({"data-loss:person", "data-loss:team"})
public final class M0002_DropEverything implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropConstraint("person", "person_team_id_fkey");
    schema.dropConstraint("team", "team_captain_id_fkey");
    schema.dropTable("person");
    schema.dropTable("team");
  }

  @Irreversible(what = "person", reason = "its rows are deleted")
  @Irreversible(what = "team", reason = "its rows are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.createTable("team",
        column("id", bigint()).notNull(),
        column("captain_id", bigint()),
        primaryKey("team_pkey", "id"));

    schema.createTable("person",
        column("id", bigint()).notNull(),
        column("team_id", bigint()),
        primaryKey("person_pkey", "id"));

    schema.addConstraint("team",
        foreignKey("team_captain_id_fkey", "captain_id").references("person", "id"));
    schema.addConstraint("person",
        foreignKey("person_team_id_fkey", "team_id").references("team", "id"));
  }
}

== sql up ==
ALTER TABLE "public"."person" DROP CONSTRAINT "person_team_id_fkey";
ALTER TABLE "public"."team" DROP CONSTRAINT "team_captain_id_fkey";
DROP TABLE "public"."person";
DROP TABLE "public"."team";

== sql down ==
CREATE TABLE "public"."team" (
  "id" bigint NOT NULL,
  "captain_id" bigint,
  CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."person" (
  "id" bigint NOT NULL,
  "team_id" bigint,
  CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."team" ADD CONSTRAINT "team_captain_id_fkey" FOREIGN KEY ("captain_id") REFERENCES "public"."person" ("id");
ALTER TABLE "public"."person" ADD CONSTRAINT "person_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "public"."team" ("id");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_DropEverything"
    ],
-   "tables": [
-     {
-       "name": "person",
-       "class": "shop.Person",
-       "columns": [
-         {
-           "name": "id",
-           "type": "bigint",
-           "notNull": true
-         },
-         {
-           "name": "team_id",
-           "type": "bigint"
-         }
-       ],
-       "constraints": [
-         {
-           "name": "person_pkey",
-           "kind": "primary key",
-           "columns": [ "id" ]
-         },
-         {
-           "name": "person_team_id_fkey",
-           "kind": "foreign key",
-           "columns": [ "team_id" ],
-           "references": "team",
-           "referencedColumns": [ "id" ]
-         }
-       ]
-     },
-     {
-       "name": "team",
-       "class": "shop.Team",
-       "columns": [
-         {
-           "name": "id",
-           "type": "bigint",
-           "notNull": true
-         },
-         {
-           "name": "captain_id",
-           "type": "bigint"
-         }
-       ],
-       "constraints": [
-         {
-           "name": "team_captain_id_fkey",
-           "kind": "foreign key",
-           "columns": [ "captain_id" ],
-           "references": "person",
-           "referencedColumns": [ "id" ]
-         },
-         {
-           "name": "team_pkey",
-           "kind": "primary key",
-           "columns": [ "id" ]
-         }
-       ]
-     }
-   ]
+   "tables": [ ]
  }
