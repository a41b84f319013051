Swap name and born

Two columns take each other's names. One of them waits under a name that nobody has.

== before ==
-- Person.java
@Table class Person { @Id long id; LocalDate name; @Index String born; }

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(renamedFrom = "born") @Index String name;
  @Column(renamedFrom = "name") LocalDate born;
}

== rows ==
INSERT INTO person VALUES (1, '1815-12-10', 'Ada');

== messages ==
Person.java:4: error: [lockstep:ColumnRenamed] column "name" of table "person" is named "born" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename name of person to born"
Person.java:3: error: [lockstep:ColumnRenamed] column "born" of table "person" is named "name" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename born of person to name"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Swap name and born", phase = CONTRACT)
public final class M0002_SwapNameAndBorn implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("person", "born", "lockstep_swap_1");
    schema.renameColumn("person", "name", "born");
    schema.renameColumn("person", "lockstep_swap_1", "name");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameColumn("person", "name", "lockstep_swap_1");
    schema.renameColumn("person", "born", "name");
    schema.renameColumn("person", "lockstep_swap_1", "born");
  }
}

== sql up ==
ALTER TABLE "public"."person" RENAME COLUMN "born" TO "lockstep_swap_1";
ALTER TABLE "public"."person" RENAME COLUMN "name" TO "born";
ALTER TABLE "public"."person" RENAME COLUMN "lockstep_swap_1" TO "name";

== sql down ==
ALTER TABLE "public"."person" RENAME COLUMN "name" TO "lockstep_swap_1";
ALTER TABLE "public"."person" RENAME COLUMN "born" TO "name";
ALTER TABLE "public"."person" RENAME COLUMN "lockstep_swap_1" TO "born";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SwapNameAndBorn"
    ],
    "tables": [
...
          },
          {
-           "name": "name",
+           "name": "born",
            "type": "date"
          },
          {
-           "name": "born",
+           "name": "name",
            "type": "text"
          }
...
          {
            "name": "person_born_idx",
-           "elements": [ "born" ]
+           "elements": [ "name" ]
          }
        ]

== messages after ==
Person.java:4: warning: [lockstep:RenameDone] renamedFrom = "name" of column "born" of table "person" changes nothing and can go
Person.java:3: warning: [lockstep:RenameDone] renamedFrom = "born" of column "name" of table "person" changes nothing and can go

== rows after ==
SELECT id, name, born FROM person;
1 | Ada | 1815-12-10
