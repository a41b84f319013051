Give addresses a country

An embeddable's columns stand where the field that embeds it stands, with its prefix; those of an
embeddable inside of it have both. What is said in the embeddable holds wherever it is embedded, in
the names that its columns have there. An override takes the place of the field's own @Column. A
column that moves into an embeddable says what it was.

== before ==
-- Position.java
@Embeddable record Position(double lat, @Check("lon BETWEEN -180 AND 180") double lon) {}
-- Address.java
@Index(columns = {"city", "street"})
@Embeddable class Address {
  String street;
  @Column(length = 80, nullable = false) String city;
  @Embedded(prefix = "at_") Position position;
}
-- Customer.java
@Unique(columns = {"home.city", "name"})
@Table class Customer {
  @Id @Identity Long id;
  String name;
  String nation;
  @Embedded Address home;
}

== after ==
-- Address.java
@Index(columns = {"town", "street"})
@Check("country <> '' OR town = 'Nowhere'")
@Embeddable class Address {
  String street;
  @Column(length = 80, nullable = false, renamedFrom = "city") String town;
  String country;
  @Embedded(prefix = "at_") Position position;
}
-- Customer.java
@Unique(columns = {"home.town", "name"})
@Table class Customer {
  @Id @Identity Long id;
  String name;
  @Embedded(overrides = @ColumnOverride(field = "country", column = @Column(renamedFrom = "nation")))
  Address home;
  @Embedded(
      prefix = "",
      overrides = {
        @ColumnOverride(field = "town", column = @Column(name = "birthplace", defaultValue = "'?'")),
        @ColumnOverride(field = "position.lat", column = @Column(nullable = true)),
        @ColumnOverride(field = "position.lon", column = @Column(nullable = true))
      })
  Address born;
}

== rows ==
INSERT INTO customer (name, nation, home_street, home_city, home_at_lat, home_at_lon) VALUES ('Ada', 'uk', 'St James Square 12', 'London', 51.5, -0.1);

== messages ==
Position.java:1: error: [lockstep:ColumnAdded] column "at_lat" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add at_lat to customer"
Position.java:1: error: [lockstep:ColumnAdded] column "at_lon" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add at_lon to customer"
Address.java:5: error: [lockstep:ColumnAdded] column "birthplace" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add birthplace to customer"
Address.java:6: error: [lockstep:ColumnAdded] column "country" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add country to customer"
Position.java:1: error: [lockstep:ConstraintAdded] check "customer_at_lon_check" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check customer_at_lon_check to customer"
Address.java:1: error: [lockstep:IndexAdded] index "customer_birthplace_street_idx" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on birthplace and street to customer"
Address.java:2: error: [lockstep:ConstraintAdded] check "customer_check" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check customer_check to customer"
Address.java:2: error: [lockstep:ConstraintAdded] check "customer_check1" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check customer_check1 to customer"
Address.java:6: error: [lockstep:ColumnRenamed] column "nation" of table "customer" is named "home_country" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename nation of customer to home_country"
Address.java:5: error: [lockstep:ColumnRenamed] column "home_city" of table "customer" is named "home_town" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename home_city of customer to home_town"
Address.java:4: error: [lockstep:ColumnAdded] column "street" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add street to customer"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.doublePrecision;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Give addresses a country")
public final class M0002_GiveAddressesACountry implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("street", text()));
    schema.addColumn("customer", column("birthplace", text()).defaultValue("'?'"));
    schema.addColumn("customer", column("country", text()));
    schema.addColumn("customer", column("at_lat", doublePrecision()));
    schema.addColumn("customer", column("at_lon", doublePrecision()));
    schema.addConstraintNotValid("customer",
        check("customer_at_lon_check", "at_lon BETWEEN -180 AND 180"));
    schema.validateConstraint("customer", "customer_at_lon_check");
    schema.addConstraintNotValid("customer",
        check("customer_check1", "country <> '' OR birthplace = 'Nowhere'"));
    schema.validateConstraint("customer", "customer_check1");
    schema.createIndexConcurrently("customer",
        index("customer_birthplace_street_idx", "birthplace", "street"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("customer_birthplace_street_idx");
    schema.dropConstraint("customer", "customer_check1");
    schema.dropConstraint("customer", "customer_at_lon_check");
    schema.dropColumn("customer", "at_lon");
    schema.dropColumn("customer", "at_lat");
    schema.dropColumn("customer", "country");
    schema.dropColumn("customer", "birthplace");
    schema.dropColumn("customer", "street");
  }
}

== sql up ==
ALTER TABLE "public"."customer" ADD COLUMN "street" text;
ALTER TABLE "public"."customer" ADD COLUMN "birthplace" text DEFAULT '?';
ALTER TABLE "public"."customer" ADD COLUMN "country" text;
ALTER TABLE "public"."customer" ADD COLUMN "at_lat" double precision;
ALTER TABLE "public"."customer" ADD COLUMN "at_lon" double precision;
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_at_lon_check" CHECK (at_lon BETWEEN -180 AND 180) NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "customer_at_lon_check";
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_check1" CHECK (country <> '' OR birthplace = 'Nowhere') NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "customer_check1";
CREATE INDEX CONCURRENTLY "customer_birthplace_street_idx" ON "public"."customer" ("birthplace", "street");

== sql down ==
DROP INDEX CONCURRENTLY "public"."customer_birthplace_street_idx";
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_check1";
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_at_lon_check";
ALTER TABLE "public"."customer" DROP COLUMN "at_lon";
ALTER TABLE "public"."customer" DROP COLUMN "at_lat";
ALTER TABLE "public"."customer" DROP COLUMN "country";
ALTER TABLE "public"."customer" DROP COLUMN "birthplace";
ALTER TABLE "public"."customer" DROP COLUMN "street";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_GiveAddressesACountry", description = "Give addresses a country (contract)", phase = CONTRACT)
public final class M0003_GiveAddressesACountryContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("customer", "home_city", "home_town");
    schema.renameColumn("customer", "nation", "home_country");
    schema.addConstraintNotValid("customer",
        check("customer_check", "home_country <> '' OR home_town = 'Nowhere'"));
    schema.validateConstraint("customer", "customer_check");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("customer", "customer_check");
    schema.renameColumn("customer", "home_country", "nation");
    schema.renameColumn("customer", "home_town", "home_city");
  }
}

== contract sql up ==
ALTER TABLE "public"."customer" RENAME COLUMN "home_city" TO "home_town";
ALTER TABLE "public"."customer" RENAME COLUMN "nation" TO "home_country";
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_check" CHECK (home_country <> '' OR home_town = 'Nowhere') NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "customer_check";

== contract sql down ==
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_check";
ALTER TABLE "public"."customer" RENAME COLUMN "home_country" TO "nation";
ALTER TABLE "public"."customer" RENAME COLUMN "home_town" TO "home_city";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_GiveAddressesACountryContract"
    ],
    "tables": [
...
          },
          {
-           "name": "nation",
+           "name": "home_country",
            "type": "text"
          },
...
          },
          {
-           "name": "home_city",
+           "name": "home_town",
            "type": "varchar(80)",
            "notNull": true
...
            "type": "double precision",
            "notNull": true
+         },
+         {
+           "name": "street",
+           "type": "text"
+         },
+         {
+           "name": "birthplace",
+           "type": "text",
+           "default": "'?'"
+         },
+         {
+           "name": "country",
+           "type": "text"
+         },
+         {
+           "name": "at_lat",
+           "type": "double precision"
+         },
+         {
+           "name": "at_lon",
+           "type": "double precision"
          }
        ],
        "constraints": [
          {
+           "name": "customer_at_lon_check",
+           "kind": "check",
+           "expression": "at_lon BETWEEN -180 AND 180"
+         },
+         {
+           "name": "customer_check",
+           "kind": "check",
+           "expression": "home_country <> '' OR home_town = 'Nowhere'"
+         },
+         {
+           "name": "customer_check1",
+           "kind": "check",
+           "expression": "country <> '' OR birthplace = 'Nowhere'"
+         },
+         {
            "name": "customer_home_at_lon_check",
            "kind": "check",
...
            "name": "customer_home_city_name_key",
            "kind": "unique",
-           "columns": [ "home_city", "name" ]
+           "columns": [ "home_town", "name" ]
          },
          {
...
        "indexes": [
          {
+           "name": "customer_birthplace_street_idx",
+           "elements": [ "birthplace", "street" ]
+         },
+         {
            "name": "customer_home_city_home_street_idx",
-           "elements": [ "home_city", "home_street" ]
+           "elements": [ "home_town", "home_street" ]
          }
        ]

== messages after ==
Customer.java:5: warning: [lockstep:RenameDone] renamedFrom = "nation" of column "home_country" of table "customer" has done its work and can go
Address.java:5: warning: [lockstep:RenameDone] renamedFrom = "home_city" of column "home_town" of table "customer" has done its work and can go

== rows after ==
SELECT name, home_street, home_town, home_country, home_at_lat, birthplace, country FROM customer;
Ada | St James Square 12 | London | uk | 51.5 | ? | null

== rows back ==
SELECT name, nation, home_city FROM customer;
Ada | uk | London
