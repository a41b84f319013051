Cut names

With using the values are cut on purpose, so that nothing has to be accepted.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(length = 3, using = "left(name, 3)") String name; }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO person VALUES (1, 'Adam');

== messages ==
Person.java:1: error: [lockstep:ColumnTypeChanged] the type of column "name" of table "person" changed from text to varchar(3), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of name in person"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of name in person" -Dlockstep.accept=rewrite
Person.java:1: warning: [lockstep:ColumnMoves] column "name" of table "person" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of name in person" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Cut names", phase = CONTRACT)
@Accepted("rewrite:person")
public final class M0002_CutNames implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "name", varchar(3), "left(name, 3)");
    schema.analyze("person", "name");
  }

  @Irreversible(what = "person.name", reason = "its values became left(name, 3)")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "name", text());
    schema.analyze("person", "name");
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE varchar(3) USING left(name, 3);
ANALYZE "public"."person" ("name");

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE text;
ANALYZE "public"."person" ("name");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CutNames"
    ],
    "tables": [
...
          {
            "name": "name",
-           "type": "text"
+           "type": "varchar(3)"
          }
        ],

== rows after ==
SELECT * FROM person;
1 | Ada
