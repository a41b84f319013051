Comment on tables

A comment is added, changed and removed. An apostrophe and a line break are kept.

== before ==
-- Added.java
@Table class Added { @Id long id; }
-- Changed.java
@Table(comment = "before") class Changed { @Id long id; }
-- Removed.java
@Table(comment = "not needed") class Removed { @Id long id; }

== after ==
-- Added.java
@Table(comment = "It's new\nand has two lines") class Added { @Id long id; }
-- Changed.java
@Table(comment = "after") class Changed { @Id long id; }
-- Removed.java
@Table class Removed { @Id long id; }

== rows ==
INSERT INTO added VALUES (1);

== messages ==
Added.java:1: error: [lockstep:TableCommentChanged] the comment of table "added" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of table added"
Changed.java:1: error: [lockstep:TableCommentChanged] the comment of table "changed" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of table changed"
Removed.java:1: error: [lockstep:TableCommentChanged] the comment of table "removed" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of table removed"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Comment on tables")
public final class M0002_CommentOnTables implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.commentOnTable("added", """
        It's new
        and has two lines""");
    schema.commentOnTable("changed", "after");
    schema.commentOnTable("removed", "");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.commentOnTable("removed", "not needed");
    schema.commentOnTable("changed", "before");
    schema.commentOnTable("added", "");
  }
}

== sql up ==
COMMENT ON TABLE "public"."added" IS 'It''s new
and has two lines';
COMMENT ON TABLE "public"."changed" IS 'after';
COMMENT ON TABLE "public"."removed" IS NULL;

== sql down ==
COMMENT ON TABLE "public"."removed" IS 'not needed';
COMMENT ON TABLE "public"."changed" IS 'before';
COMMENT ON TABLE "public"."added" IS NULL;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CommentOnTables"
    ],
    "tables": [
...
        "name": "added",
        "class": "shop.Added",
+       "comment": "It's new\nand has two lines",
        "columns": [
          {
...
        "name": "changed",
        "class": "shop.Changed",
-       "comment": "before",
+       "comment": "after",
        "columns": [
          {
...
        "name": "removed",
        "class": "shop.Removed",
-       "comment": "not needed",
        "columns": [
          {
