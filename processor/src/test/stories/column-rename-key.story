Rename id to number

The primary key is renamed, and what references it follows in PostgreSQL. A column whose name is
made of the name of the key has another name then, so it needs a hint too.

== before ==
-- Article.java
@Table class Article { @Id @Identity Long id; @References Article parent; }

== after ==
-- Article.java
@Table class Article {
  @Id @Identity @Column(renamedFrom = "id") Long number;
  @References @Column(renamedFrom = "parent_id") Article parent;
}

== rows ==
INSERT INTO article (parent_id) VALUES (NULL), (1);

== messages ==
Article.java:2: error: [lockstep:ColumnRenamed] column "id" of table "article" is named "number" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename id of article to number"
Article.java:3: error: [lockstep:ColumnRenamed] column "parent_id" of table "article" is named "parent_number" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename parent_id of article to parent_number"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename id to number", phase = CONTRACT)
public final class M0002_RenameIdToNumber implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("article", "id", "number");
    schema.renameColumn("article", "parent_id", "parent_number");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameColumn("article", "parent_number", "parent_id");
    schema.renameColumn("article", "number", "id");
  }
}

== sql up ==
ALTER TABLE "public"."article" RENAME COLUMN "id" TO "number";
ALTER TABLE "public"."article" RENAME COLUMN "parent_id" TO "parent_number";

== sql down ==
ALTER TABLE "public"."article" RENAME COLUMN "parent_number" TO "parent_id";
ALTER TABLE "public"."article" RENAME COLUMN "number" TO "id";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RenameIdToNumber"
    ],
    "tables": [
...
        "columns": [
          {
-           "name": "id",
+           "name": "number",
            "type": "bigint",
            "notNull": true,
...
          },
          {
-           "name": "parent_id",
+           "name": "parent_number",
            "type": "bigint"
          }
...
            "name": "article_parent_id_fkey",
            "kind": "foreign key",
-           "columns": [ "parent_id" ],
+           "columns": [ "parent_number" ],
            "references": "article",
-           "referencedColumns": [ "id" ]
+           "referencedColumns": [ "number" ]
          },
          {
            "name": "article_pkey",
            "kind": "primary key",
-           "columns": [ "id" ]
+           "columns": [ "number" ]
          }
        ]

== messages after ==
Article.java:2: warning: [lockstep:RenameDone] renamedFrom = "id" of column "number" of table "article" has done its work and can go
Article.java:3: warning: [lockstep:RenameDone] renamedFrom = "parent_id" of column "parent_number" of table "article" has done its work and can go

== rows after ==
SELECT number, parent_number FROM article ORDER BY number;
1 | null
2 | 1
