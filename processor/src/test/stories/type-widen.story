Allow longer names

A longer varchar, or text, holds every old value and costs nothing. The way back cuts nothing
either: it fails if something became longer meanwhile.

== before ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(length = 30) @Index String name;
  @Column(length = 30) String city;
  @Column(precision = 8, scale = 2) BigDecimal balance;
}

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(length = 450) @Index String name;
  String city;
  @Column(precision = 12, scale = 2) BigDecimal balance;
}

== rows ==
INSERT INTO person VALUES (1, 'Ada', 'London', 12.5);

== messages ==
Person.java:5: error: [lockstep:ColumnTypeChanged] the type of column "balance" of table "person" changed from numeric(8,2) to numeric(12,2), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of balance in person"
Person.java:4: error: [lockstep:ColumnTypeChanged] the type of column "city" of table "person" changed from varchar(30) to text, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of city in person"
Person.java:3: error: [lockstep:ColumnTypeChanged] the type of column "name" of table "person" changed from varchar(30) to varchar(450), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of name in person"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Allow longer names")
public final class M0002_AllowLongerNames implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "name", varchar(450));
    schema.alterColumnType("person", "city", text());
    schema.alterColumnType("person", "balance", numeric(12, 2));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("person", "balance", numeric(8, 2));
    schema.alterColumnType("person", "city", varchar(30));
    schema.alterColumnType("person", "name", varchar(30));
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE varchar(450);
ALTER TABLE "public"."person" ALTER COLUMN "city" TYPE text;
ALTER TABLE "public"."person" ALTER COLUMN "balance" TYPE numeric(12,2);

== sql down ==
ALTER TABLE "public"."person" ALTER COLUMN "balance" TYPE numeric(8,2);
ALTER TABLE "public"."person" ALTER COLUMN "city" TYPE varchar(30);
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE varchar(30);

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_AllowLongerNames"
    ],
    "tables": [
...
          {
            "name": "name",
-           "type": "varchar(30)"
+           "type": "varchar(450)"
          },
          {
            "name": "city",
-           "type": "varchar(30)"
+           "type": "text"
          },
          {
            "name": "balance",
-           "type": "numeric(8,2)"
+           "type": "numeric(12,2)"
          }
        ],

== rows after ==
SELECT * FROM person;
1 | Ada | London | 12.50
