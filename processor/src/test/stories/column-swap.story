Swap given and family name

Two columns take each other's names. One of them waits under a name that nobody has.

== before ==
-- Person.java
@Table class Person { @Id long id; String given; @Index String family; }

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(renamedFrom = "family") @Index String given;
  @Column(renamedFrom = "given") String family;
}

== rows ==
INSERT INTO person VALUES (1, 'Lovelace', 'Ada');

== messages ==
Person.java:4: warning: [lockstep:RenameDone] renamedFrom = "given" of column "family" of table "person" changes nothing and can go
Person.java:3: warning: [lockstep:RenameDone] renamedFrom = "family" of column "given" of table "person" changes nothing and can go
Person.java:1: error: [lockstep:IndexRemoved] index "person_family_idx" of table "person" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop index on family from person"
Person.java:3: error: [lockstep:IndexAdded] index "person_given_idx" of table "person" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on given to person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.index;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Swap given and family name")
public final class M0002_SwapGivenAndFamilyName implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropIndex("person_family_idx");
    schema.createIndex("person", index("person_given_idx", "given"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndex("person_given_idx");
    schema.createIndex("person", index("person_family_idx", "family"));
  }
}

== sql up ==
DROP INDEX "public"."person_family_idx";
CREATE INDEX "person_given_idx" ON "public"."person" ("given");

== sql down ==
DROP INDEX "public"."person_given_idx";
CREATE INDEX "person_family_idx" ON "public"."person" ("family");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SwapGivenAndFamilyName"
    ],
    "tables": [
...
        "indexes": [
          {
-           "name": "person_family_idx",
-           "elements": [ "family" ]
+           "name": "person_given_idx",
+           "elements": [ "given" ]
          }
        ]

== messages after ==
Person.java:4: warning: [lockstep:RenameDone] renamedFrom = "given" of column "family" of table "person" changes nothing and can go
Person.java:3: warning: [lockstep:RenameDone] renamedFrom = "family" of column "given" of table "person" changes nothing and can go

== rows after ==
SELECT id, given, family FROM person;
1 | Lovelace | Ada
