Create notes

A table needs no primary key, and a class without fields is a table without columns.

== before ==
-- Person.java
@Table class Person {
  @Id long id;
}

== after ==
-- Note.java
@Table class Note {
  String text;
}
-- Nothing.java
@Table class Nothing {}

== rows ==
INSERT INTO person VALUES (1);

== messages ==
Note.java:1: error: [lockstep:TableAdded] table "note" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table note"
Nothing.java:1: error: [lockstep:TableAdded] table "nothing" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table nothing"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Create notes")
public final class M0002_CreateNotes implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("note",
        column("text", text()));

    schema.createTable("nothing");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropTable("nothing");
    schema.dropTable("note");
  }
}

== sql up ==
CREATE TABLE "public"."note" (
  "text" text
);
CREATE TABLE "public"."nothing" ();

== sql down ==
DROP TABLE "public"."nothing";
DROP TABLE "public"."note";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CreateNotes"
    ],
    "tables": [
      {
+       "name": "note",
+       "class": "shop.Note",
+       "columns": [
+         {
+           "name": "text",
+           "type": "text"
+         }
+       ]
+     },
+     {
+       "name": "nothing",
+       "class": "shop.Nothing",
+       "columns": [ ]
+     },
+     {
        "name": "person",
        "class": "shop.Person",
