Create tables in a circle

Two new tables that reference each other: neither can be first with its foreign key, so one of the
keys is added when both tables exist. On the way back it goes first.

== after ==
-- Team.java
@Table class Team {
  @Id long id;
  @References Person captain;
}
-- Person.java
@Table class Person {
  @Id long id;
  @References(deferrable = true, initiallyDeferred = true) Team team;
}

== messages ==
Person.java:1: error: [lockstep:TableAdded] table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
Team.java:1: error: [lockstep:TableAdded] table "team" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.primaryKey;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(description = "Create tables in a circle")
public final class M0001_CreateTablesInACircle implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("person",
        column("id", bigint()).notNull(),
        column("team_id", bigint()),
        primaryKey("person_pkey", "id"));

    schema.createTable("team",
        column("id", bigint()).notNull(),
        column("captain_id", bigint()),
        primaryKey("team_pkey", "id"),
        foreignKey("team_captain_id_fkey", "captain_id").references("person", "id"));

    schema.addConstraint("person",
        foreignKey("person_team_id_fkey", "team_id").references("team", "id").initiallyDeferred());
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("person", "person_team_id_fkey");
    schema.dropTable("team");
    schema.dropTable("person");
  }
}

== sql up ==
CREATE TABLE "public"."person" (
  "id" bigint NOT NULL,
  "team_id" bigint,
  CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "public"."team" (
  "id" bigint NOT NULL,
  "captain_id" bigint,
  CONSTRAINT "team_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "team_captain_id_fkey" FOREIGN KEY ("captain_id") REFERENCES "public"."person" ("id")
);
ALTER TABLE "public"."person" ADD CONSTRAINT "person_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "public"."team" ("id") DEFERRABLE INITIALLY DEFERRED;

== sql down ==
ALTER TABLE "public"."person" DROP CONSTRAINT "person_team_id_fkey";
DROP TABLE "public"."team";
DROP TABLE "public"."person";

== snapshot ==
{
  "format": 1,
  "heads": [
    "M0001_CreateTablesInACircle"
  ],
  "tables": [
    {
      "name": "person",
      "class": "shop.Person",
      "columns": [
        {
          "name": "id",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "team_id",
          "type": "bigint"
        }
      ],
      "constraints": [
        {
          "name": "person_pkey",
          "kind": "primary key",
          "columns": [ "id" ]
        },
        {
          "name": "person_team_id_fkey",
          "kind": "foreign key",
          "columns": [ "team_id" ],
          "references": "team",
          "referencedColumns": [ "id" ],
          "deferral": "initially deferred"
        }
      ]
    },
    {
      "name": "team",
      "class": "shop.Team",
      "columns": [
        {
          "name": "id",
          "type": "bigint",
          "notNull": true
        },
        {
          "name": "captain_id",
          "type": "bigint"
        }
      ],
      "constraints": [
        {
          "name": "team_captain_id_fkey",
          "kind": "foreign key",
          "columns": [ "captain_id" ],
          "references": "person",
          "referencedColumns": [ "id" ]
        },
        {
          "name": "team_pkey",
          "kind": "primary key",
          "columns": [ "id" ]
        }
      ]
    }
  ]
}
