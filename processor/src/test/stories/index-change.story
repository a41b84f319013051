Change indexes

An index cannot be altered: it is dropped and created. Another name alone is a rename.

== before ==
-- Person.java
@Index(columns = "name", name = "by_name")
@Index(columns = "born", name = "by_born")
@Index(columns = "email", name = "old_name")
@Index(columns = "rank")
@Table class Person { @Id long id; String name; LocalDate born; String email; Integer rank; }

== after ==
-- Person.java
@Index(columns = "name desc", name = "by_name")
@Index(columns = "born", where = "born is not null", name = "by_born")
@Index(columns = "email", name = "new_name")
@Table class Person { @Id long id; String name; LocalDate born; String email; Integer rank; }

== rows ==
INSERT INTO person VALUES (1, 'Ada', '1815-12-10', 'ada@example.com', 1);

== messages ==
Person.java:2: error: [lockstep:IndexChanged] index "by_born" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change index on born of person"
Person.java:1: error: [lockstep:IndexChanged] index "by_name" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change index on name of person"
Person.java:3: error: [lockstep:IndexRenamed] index "old_name" of table "person" is named "new_name" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename index old_name of person to new_name"
Person.java:4: error: [lockstep:IndexRemoved] index "person_rank_idx" of table "person" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop index on rank from person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.index;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Change indexes")
public final class M0002_ChangeIndexes implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("person_rank_idx");
    schema.renameIndex("old_name", "new_name");
    schema.createIndexConcurrently("person",
        index("lockstep_new_by_born", "born").where("born is not null"));
    schema.dropIndexConcurrently("by_born");
    schema.renameIndex("lockstep_new_by_born", "by_born");
    schema.createIndexConcurrently("person", index("lockstep_new_by_name", "name desc"));
    schema.dropIndexConcurrently("by_name");
    schema.renameIndex("lockstep_new_by_name", "by_name");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameIndex("new_name", "old_name");
    schema.createIndexConcurrently("person", index("person_rank_idx", "rank"));
    schema.createIndexConcurrently("person", index("lockstep_new_by_name", "name"));
    schema.dropIndexConcurrently("by_name");
    schema.renameIndex("lockstep_new_by_name", "by_name");
    schema.createIndexConcurrently("person", index("lockstep_new_by_born", "born"));
    schema.dropIndexConcurrently("by_born");
    schema.renameIndex("lockstep_new_by_born", "by_born");
  }
}

== sql up ==
DROP INDEX CONCURRENTLY "public"."person_rank_idx";
ALTER INDEX "public"."old_name" RENAME TO "new_name";
CREATE INDEX CONCURRENTLY "lockstep_new_by_born" ON "public"."person" ("born") WHERE (born is not null);
DROP INDEX CONCURRENTLY "public"."by_born";
ALTER INDEX "public"."lockstep_new_by_born" RENAME TO "by_born";
CREATE INDEX CONCURRENTLY "lockstep_new_by_name" ON "public"."person" ("name" DESC);
DROP INDEX CONCURRENTLY "public"."by_name";
ALTER INDEX "public"."lockstep_new_by_name" RENAME TO "by_name";

== sql down ==
ALTER INDEX "public"."new_name" RENAME TO "old_name";
CREATE INDEX CONCURRENTLY "person_rank_idx" ON "public"."person" ("rank");
CREATE INDEX CONCURRENTLY "lockstep_new_by_name" ON "public"."person" ("name");
DROP INDEX CONCURRENTLY "public"."by_name";
ALTER INDEX "public"."lockstep_new_by_name" RENAME TO "by_name";
CREATE INDEX CONCURRENTLY "lockstep_new_by_born" ON "public"."person" ("born");
DROP INDEX CONCURRENTLY "public"."by_born";
ALTER INDEX "public"."lockstep_new_by_born" RENAME TO "by_born";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ChangeIndexes"
    ],
    "tables": [
...
          {
            "name": "by_born",
-           "elements": [ "born" ]
+           "elements": [ "born" ],
+           "where": "born is not null"
          },
          {
            "name": "by_name",
-           "elements": [ "name" ]
+           "elements": [ "name desc" ]
          },
          {
-           "name": "old_name",
+           "name": "new_name",
            "elements": [ "email" ]
-         },
-         {
-           "name": "person_rank_idx",
-           "elements": [ "rank" ]
          }
        ]
