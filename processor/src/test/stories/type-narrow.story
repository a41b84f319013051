Shorten names

With data-loss accepted the values are cast; a value that does not fit stops the migration, and
nothing has happened.

== before ==
-- Person.java
@Table class Person { @Id long id; String name; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(length = 30) String name; }

== options ==
lockstep.accept=data-loss,rewrite

== rows ==
INSERT INTO person VALUES (1, 'Ada');

== messages ==
Person.java:1: error: [lockstep:TypeNarrows] the type of column "name" of table "person" changes from text to varchar(30), which may not hold every old value
      convert: @Column(using = "name::varchar(30)")
      accept: mvn compile -Dlockstep.migrate="Change type of name in person" -Dlockstep.accept=data-loss

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

@Revision(parents = "M0001_InitialMigration", description = "Shorten names", phase = CONTRACT)
@Accepted({"data-loss:person.name", "rewrite:person"})
public final class M0002_ShortenNames implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "name", varchar(30));
    schema.analyze("person", "name");
  }

  @Irreversible(what = "person.name", reason = "spaces at the end of its values may have been cut")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "name", text());
    schema.analyze("person", "name");
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE varchar(30);
ANALYZE "public"."person" ("name");

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE text;
ANALYZE "public"."person" ("name");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ShortenNames"
    ],
    "tables": [
...
          {
            "name": "name",
-           "type": "text"
+           "type": "varchar(30)"
          }
        ],
