Sort names

A collation is set, changed and removed: the type stays, the indexes on it are built anew.

== before ==
-- Person.java
@Table class Person {
  @Id long id;
  @Index String added;
  @Column(collation = "C") String changed;
  @Column(collation = "C", length = 20) String removed;
}

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(collation = "C") @Index String added;
  @Column(collation = "POSIX") String changed;
  @Column(length = 20) String removed;
}

== rows ==
INSERT INTO person VALUES (1, 'a', 'b', 'c');

== messages ==
Person.java:3: error: [lockstep:ColumnCollationChanged] the collation of column "added" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change collation of added in person"
Person.java:4: error: [lockstep:ColumnCollationChanged] the collation of column "changed" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change collation of changed in person"
Person.java:5: error: [lockstep:ColumnCollationChanged] the collation of column "removed" of table "person" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change collation of removed in person"
Person.java:3: warning: [lockstep:BlocksTable] changing the type of column "added" of table "person" builds an index of all rows while reads and writes wait (ACCESS EXCLUSIVE on "person")
      apply it: when nobody needs the table, as there is no form that lets others work

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Sort names")
public final class M0002_SortNames implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnCollation("person", "added", text(), "C");
    schema.alterColumnCollation("person", "changed", text(), "POSIX");
    schema.alterColumnType("person", "removed", varchar(20));
    schema.analyze("person", "added", "changed", "removed");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnCollation("person", "removed", varchar(20), "C");
    schema.alterColumnCollation("person", "changed", text(), "C");
    schema.alterColumnType("person", "added", text());
    schema.analyze("person", "added", "changed", "removed");
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "added" TYPE text COLLATE "C";
ALTER TABLE "public"."person" ALTER COLUMN "changed" TYPE text COLLATE "POSIX";
ALTER TABLE "public"."person" ALTER COLUMN "removed" TYPE varchar(20);
ANALYZE "public"."person" ("added", "changed", "removed");

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "removed" TYPE varchar(20) COLLATE "C";
ALTER TABLE "public"."person" ALTER COLUMN "changed" TYPE text COLLATE "C";
ALTER TABLE "public"."person" ALTER COLUMN "added" TYPE text;
ANALYZE "public"."person" ("added", "changed", "removed");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SortNames"
    ],
    "tables": [
...
          {
            "name": "added",
-           "type": "text"
+           "type": "text",
+           "collation": "C"
          },
          {
            "name": "changed",
            "type": "text",
-           "collation": "C"
+           "collation": "POSIX"
          },
          {
            "name": "removed",
-           "type": "varchar(20)",
-           "collation": "C"
+           "type": "varchar(20)"
          }
        ],
