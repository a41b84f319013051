Swap draft and post

Two tables take each other's names. One of them waits under a name that nobody has.

== before ==
-- Draft.java
@Table class Draft { @Id long id; String text; }
-- Post.java
@Table class Post { @Id long id; int votes; }

== after ==
-- Draft.java
@Table(renamedFrom = "post") class Draft { @Id long id; int votes; }
-- Post.java
@Table(renamedFrom = "draft") class Post { @Id long id; String text; }

== rows ==
INSERT INTO draft VALUES (1, 'Hello');
INSERT INTO post VALUES (2, 7), (3, 8);

== messages ==
Draft.java:1: error: [lockstep:TableRenamed] table "post" is named "draft" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table post to draft"
Post.java:1: error: [lockstep:TableRenamed] table "draft" is named "post" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table draft to post"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Swap draft and post", phase = CONTRACT)
public final class M0002_SwapDraftAndPost implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameTable("draft", "lockstep_swap_1");
    schema.renameTable("post", "draft");
    schema.renameTable("lockstep_swap_1", "post");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameTable("post", "lockstep_swap_1");
    schema.renameTable("draft", "post");
    schema.renameTable("lockstep_swap_1", "draft");
  }
}

== sql up ==
ALTER TABLE "public"."draft" RENAME TO "lockstep_swap_1";
ALTER TABLE "public"."post" RENAME TO "draft";
ALTER TABLE "public"."lockstep_swap_1" RENAME TO "post";

== sql down ==
ALTER TABLE "public"."post" RENAME TO "lockstep_swap_1";
ALTER TABLE "public"."draft" RENAME TO "post";
ALTER TABLE "public"."lockstep_swap_1" RENAME TO "draft";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SwapDraftAndPost"
    ],
    "tables": [
...
          },
          {
-           "name": "text",
-           "type": "text"
+           "name": "votes",
+           "type": "integer",
+           "notNull": true
          }
        ],
        "constraints": [
          {
-           "name": "draft_pkey",
+           "name": "post_pkey",
            "kind": "primary key",
            "columns": [ "id" ]
...
          },
          {
-           "name": "votes",
-           "type": "integer",
-           "notNull": true
+           "name": "text",
+           "type": "text"
          }
        ],
        "constraints": [
          {
-           "name": "post_pkey",
+           "name": "draft_pkey",
            "kind": "primary key",
            "columns": [ "id" ]

== messages after ==
Draft.java:1: warning: [lockstep:RenameDone] renamedFrom = "post" of table "draft" changes nothing and can go
Post.java:1: warning: [lockstep:RenameDone] renamedFrom = "draft" of table "post" changes nothing and can go

== rows after ==
SELECT id, text FROM post;
1 | Hello

SELECT id, votes FROM draft ORDER BY id;
2 | 7
3 | 8
