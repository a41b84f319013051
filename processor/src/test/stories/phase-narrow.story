Shorten names, lengthen cities

A type that holds less waits, one that holds more does not.

== before ==
-- Customer.java
@Table class Customer { @Id long id; @Column(length = 80) String name; @Column(length = 20) String city; }

== after ==
-- Customer.java
@Table class Customer { @Id long id; @Column(length = 40) String name; @Column(length = 60) String city; }

== options ==
lockstep.accept=data-loss,rewrite

== rows ==
INSERT INTO customer VALUES (1, 'Ada', 'London');

== messages ==
Customer.java:1: error: [lockstep:ColumnTypeChanged] the type of column "city" of table "customer" changed from varchar(20) to varchar(60), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of city in customer"
Customer.java:1: error: [lockstep:TypeNarrows] the type of column "name" of table "customer" changes from varchar(80) to varchar(40), which may not hold every old value
      convert: @Column(using = "name::varchar(40)")
      accept: mvn compile -Dlockstep.migrate="Change type of name in customer" -Dlockstep.accept=data-loss

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Shorten names, lengthen cities")
@Accepted("rewrite:customer")
public final class M0002_ShortenNamesLengthenCities implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnType("customer", "city", varchar(60));
    schema.analyze("customer", "city");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("customer", "city", varchar(20));
    schema.analyze("customer", "city");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ALTER COLUMN "city" TYPE varchar(60);
ANALYZE "public"."customer" ("city");

== sql down ==
ALTER TABLE "public"."customer" ALTER COLUMN "city" TYPE varchar(20);
ANALYZE "public"."customer" ("city");

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_ShortenNamesLengthenCities", description = "Shorten names, lengthen cities (contract)", phase = CONTRACT)
@Accepted("data-loss:customer.name")
public final class M0003_ShortenNamesLengthenCitiesContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnType("customer", "name", varchar(40));
    schema.analyze("customer", "name");
  }

  @Irreversible(what = "customer.name", reason = "spaces at the end of its values may have been cut")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.alterColumnType("customer", "name", varchar(80));
    schema.analyze("customer", "name");
  }
}

== contract sql up ==
ALTER TABLE "public"."customer" ALTER COLUMN "name" TYPE varchar(40);
ANALYZE "public"."customer" ("name");

== contract sql down ==
ALTER TABLE "public"."customer" ALTER COLUMN "name" TYPE varchar(80);
ANALYZE "public"."customer" ("name");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_ShortenNamesLengthenCitiesContract"
    ],
    "tables": [
...
          {
            "name": "name",
-           "type": "varchar(80)"
+           "type": "varchar(40)"
          },
          {
            "name": "city",
-           "type": "varchar(20)"
+           "type": "varchar(60)"
          }
        ],
