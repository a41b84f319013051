Add indexes

All that an index can say: order, nulls, an expression, a condition, columns to include, uniqueness,
a method, an operator class, a storage parameter.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; String email; LocalDate born; Integer rank; List<String> tags; }

== after ==
-- Person.java
@Index(columns = {"name", "born desc nulls last", "rank nulls first"})
@Index(columns = "(lower(email))", unique = true)
@Index(columns = "email", where = "email is not null", name = "person_with_email")
@Index(columns = "born", include = {"name", "email"})
@Index(columns = "tags", method = "gin")
@Index(columns = "email text_pattern_ops", with = "fillfactor=70")
@Index(columns = "name collate C desc")
@Table class Person { @Id long id; String name; String email; LocalDate born; @Index Integer rank; List<String> tags; }

== rows ==
INSERT INTO person VALUES (1, 'Ada', 'ada@example.com', '1815-12-10', 1, '{math}');

== messages ==
Person.java:4: error: [lockstep:IndexAdded] index "person_born_name_email_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on born to person"
Person.java:6: error: [lockstep:IndexAdded] index "person_email_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on email to person"
Person.java:2: error: [lockstep:IndexAdded] index "person_lower_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index person_lower_idx to person"
Person.java:1: error: [lockstep:IndexAdded] index "person_name_born_rank_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on name, born and rank to person"
Person.java:7: error: [lockstep:IndexAdded] index "person_name_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on name to person"
Person.java:8: error: [lockstep:IndexAdded] index "person_rank_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on rank to person"
Person.java:5: error: [lockstep:IndexAdded] index "person_tags_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on tags to person"
Person.java:3: error: [lockstep:IndexAdded] index "person_with_email" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on email to person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add indexes")
public final class M0002_AddIndexes implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createIndexConcurrently("person",
        index("person_born_name_email_idx", "born").include("name", "email"));
    schema.createIndexConcurrently("person",
        index("person_email_idx", "email text_pattern_ops").with("fillfactor", "70"));
    schema.createIndexConcurrently("person", uniqueIndex("person_lower_idx", "(lower(email))"));
    schema.createIndexConcurrently("person",
        index("person_name_born_rank_idx", "name", "born desc nulls last", "rank nulls first"));
    schema.createIndexConcurrently("person", index("person_name_idx", "name collate C desc"));
    schema.createIndexConcurrently("person", index("person_rank_idx", "rank"));
    schema.createIndexConcurrently("person", index("person_tags_idx", "tags").using("gin"));
    schema.createIndexConcurrently("person",
        index("person_with_email", "email").where("email is not null"));
    schema.analyze("person");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("person_with_email");
    schema.dropIndexConcurrently("person_tags_idx");
    schema.dropIndexConcurrently("person_rank_idx");
    schema.dropIndexConcurrently("person_name_idx");
    schema.dropIndexConcurrently("person_name_born_rank_idx");
    schema.dropIndexConcurrently("person_lower_idx");
    schema.dropIndexConcurrently("person_email_idx");
    schema.dropIndexConcurrently("person_born_name_email_idx");
  }
}

== sql up ==
CREATE INDEX CONCURRENTLY "person_born_name_email_idx" ON "public"."person" ("born") INCLUDE ("name", "email");
CREATE INDEX CONCURRENTLY "person_email_idx" ON "public"."person" ("email" "text_pattern_ops") WITH ("fillfactor" = 70);
CREATE UNIQUE INDEX CONCURRENTLY "person_lower_idx" ON "public"."person" ((lower(email)));
CREATE INDEX CONCURRENTLY "person_name_born_rank_idx" ON "public"."person" ("name", "born" DESC NULLS LAST, "rank" NULLS FIRST);
CREATE INDEX CONCURRENTLY "person_name_idx" ON "public"."person" ("name" COLLATE "C" DESC);
CREATE INDEX CONCURRENTLY "person_rank_idx" ON "public"."person" ("rank");
CREATE INDEX CONCURRENTLY "person_tags_idx" ON "public"."person" USING "gin" ("tags");
CREATE INDEX CONCURRENTLY "person_with_email" ON "public"."person" ("email") WHERE (email is not null);
ANALYZE "public"."person";

== sql down ==
DROP INDEX CONCURRENTLY "public"."person_with_email";
DROP INDEX CONCURRENTLY "public"."person_tags_idx";
DROP INDEX CONCURRENTLY "public"."person_rank_idx";
DROP INDEX CONCURRENTLY "public"."person_name_idx";
DROP INDEX CONCURRENTLY "public"."person_name_born_rank_idx";
DROP INDEX CONCURRENTLY "public"."person_lower_idx";
DROP INDEX CONCURRENTLY "public"."person_email_idx";
DROP INDEX CONCURRENTLY "public"."person_born_name_email_idx";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_AddIndexes"
    ],
    "tables": [
...
            "columns": [ "id" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "person_born_name_email_idx",
+           "elements": [ "born" ],
+           "include": [ "name", "email" ]
+         },
+         {
+           "name": "person_email_idx",
+           "elements": [ "email text_pattern_ops" ],
+           "with": {
+             "fillfactor": "70"
+           }
+         },
+         {
+           "name": "person_lower_idx",
+           "unique": true,
+           "elements": [ "(lower(email))" ]
+         },
+         {
+           "name": "person_name_born_rank_idx",
+           "elements": [ "name", "born desc nulls last", "rank nulls first" ]
+         },
+         {
+           "name": "person_name_idx",
+           "elements": [ "name collate C desc" ]
+         },
+         {
+           "name": "person_rank_idx",
+           "elements": [ "rank" ]
+         },
+         {
+           "name": "person_tags_idx",
+           "method": "gin",
+           "elements": [ "tags" ]
+         },
+         {
+           "name": "person_with_email",
+           "elements": [ "email" ],
+           "where": "email is not null"
+         }
        ]
      }
