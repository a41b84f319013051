Give notes a key

A table without a primary key gets one.

== before ==
-- Note.java
@Table class Note { @Column(nullable = false) String code; String text; }

== after ==
-- Note.java
@Table class Note { @Id String code; String text; }

== rows ==
INSERT INTO note VALUES ('a', 'Hello');

== messages ==
Note.java:1: error: [lockstep:ConstraintAdded] primary key "note_pkey" of table "note" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add primary key to note"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Give notes a key")
public final class M0002_GiveNotesAKey implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createIndexConcurrently("note", uniqueIndex("note_pkey", "code"));
    schema.addConstraintUsingIndex("note", primaryKey("note_pkey", "code"), "note_pkey");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("note", "note_pkey");
  }
}

== sql up ==
CREATE UNIQUE INDEX CONCURRENTLY "note_pkey" ON "public"."note" ("code");
ALTER TABLE "public"."note" ADD CONSTRAINT "note_pkey" PRIMARY KEY USING INDEX "note_pkey";

== sql down ==
ALTER TABLE "public"."note" DROP CONSTRAINT "note_pkey";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_GiveNotesAKey"
    ],
    "tables": [
...
            "type": "text"
          }
+       ],
+       "constraints": [
+         {
+           "name": "note_pkey",
+           "kind": "primary key",
+           "columns": [ "code" ]
+         }
        ]
      }
