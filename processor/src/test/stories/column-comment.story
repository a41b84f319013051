Comment on columns

A comment is added, changed and removed.

== before ==
-- Person.java
@Table class Person {
  @Id long id;
  String added;
  @Column(comment = "before") String changed;
  @Column(comment = "not needed") String removed;
}

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(comment = "It's new") String added;
  @Column(comment = "after") String changed;
  String removed;
}

== messages ==
Person.java:3: error: [lockstep:ColumnCommentChanged] the comment of column "added" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of added in person"
Person.java:4: error: [lockstep:ColumnCommentChanged] the comment of column "changed" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of changed in person"
Person.java:5: error: [lockstep:ColumnCommentChanged] the comment of column "removed" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of removed in person"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Comment on columns")
public final class M0002_CommentOnColumns implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.commentOnColumn("person", "added", "It's new");
    schema.commentOnColumn("person", "changed", "after");
    schema.commentOnColumn("person", "removed", "");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.commentOnColumn("person", "removed", "not needed");
    schema.commentOnColumn("person", "changed", "before");
    schema.commentOnColumn("person", "added", "");
  }
}

== sql up ==
COMMENT ON COLUMN "public"."person"."added" IS 'It''s new';
COMMENT ON COLUMN "public"."person"."changed" IS 'after';
COMMENT ON COLUMN "public"."person"."removed" IS NULL;

== sql down ==
COMMENT ON COLUMN "public"."person"."removed" IS 'not needed';
COMMENT ON COLUMN "public"."person"."changed" IS 'before';
COMMENT ON COLUMN "public"."person"."added" IS NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CommentOnColumns"
    ],
    "tables": [
...
          {
            "name": "added",
-           "type": "text"
+           "type": "text",
+           "comment": "It's new"
          },
          {
            "name": "changed",
            "type": "text",
-           "comment": "before"
+           "comment": "after"
          },
          {
            "name": "removed",
-           "type": "text",
-           "comment": "not needed"
+           "type": "text"
          }
        ],
