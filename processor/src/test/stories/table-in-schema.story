Create an archive

A table in a schema of its own: the schema is created before it, only if nobody did so before. On
the way back the schema goes last, unless something else is in it.

== before ==
-- Post.java
@Table class Post { @Id long id; }

== after ==
-- OldPost.java
@Table(schema = "archive") class OldPost {
  @Id long id;
  @References Post successor;
  @Index String title;
}

== rows ==
INSERT INTO post VALUES (1);

== messages ==
package-info.java:1: error: [lockstep:SchemaAdded] schema "archive" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create schema archive"
OldPost.java:1: error: [lockstep:TableAdded] table "archive.old_post" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table archive.old_post"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Create an archive")
public final class M0002_CreateAnArchive implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createSchema("archive");

    schema.in("archive").createTable("old_post",
        column("id", bigint()).notNull(),
        column("successor_id", bigint()),
        column("title", text()),
        primaryKey("old_post_pkey", "id"),
        foreignKey("old_post_successor_id_fkey", "successor_id").references("post", "id"));

    schema.in("archive").createIndex("old_post", index("old_post_title_idx", "title"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("post");
    schema.in("archive").lockTable("old_post");
    schema.in("archive").dropConstraint("old_post", "old_post_successor_id_fkey");
    schema.in("archive").lockTable("old_post");
    schema.in("archive").dropTable("old_post");
    schema.dropSchema("archive");
  }
}

== sql up ==
DO $lockstep$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'archive') THEN
    CREATE SCHEMA "archive";
  END IF;
END
$lockstep$;
CREATE TABLE "archive"."old_post" (
  "id" bigint NOT NULL,
  "successor_id" bigint,
  "title" text,
  CONSTRAINT "old_post_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "old_post_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "public"."post" ("id")
);
CREATE INDEX "old_post_title_idx" ON "archive"."old_post" ("title");

== sql down ==
LOCK TABLE "public"."post" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "archive"."old_post" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "archive"."old_post" DROP CONSTRAINT "old_post_successor_id_fkey";
LOCK TABLE "archive"."old_post" IN ACCESS EXCLUSIVE MODE;
DROP TABLE "archive"."old_post";
DO $lockstep$
BEGIN
  DROP SCHEMA IF EXISTS "archive";
EXCEPTION WHEN dependent_objects_still_exist THEN
  NULL;
END
$lockstep$;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CreateAnArchive"
    ],
+   "namespaces": [
+     "archive"
+   ],
    "tables": [
      {
...
          }
        ]
+     },
+     {
+       "name": "old_post",
+       "schema": "archive",
+       "class": "shop.OldPost",
+       "columns": [
+         {
+           "name": "id",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "successor_id",
+           "type": "bigint"
+         },
+         {
+           "name": "title",
+           "type": "text"
+         }
+       ],
+       "constraints": [
+         {
+           "name": "old_post_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         },
+         {
+           "name": "old_post_successor_id_fkey",
+           "kind": "foreign key",
+           "columns": [ "successor_id" ],
+           "references": "post",
+           "referencedColumns": [ "id" ]
+         }
+       ],
+       "indexes": [
+         {
+           "name": "old_post_title_idx",
+           "elements": [ "title" ]
+         }
+       ]
      }
    ]
