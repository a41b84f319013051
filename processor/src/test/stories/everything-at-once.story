Rework the shop

Many changes in one migration, in an order that PostgreSQL accepts and that reads well: what hinders
goes first, then renames, then what changes, then what is new, foreign keys last.

== before ==
-- Customer.java
@Table class Customer {
  @Id @Identity Long id;
  @Column(length = 80, unique = true) String email;
  String fax;
  @Index String city;
}
-- Order.java
@Table class Order {
  @Id @Identity Long id;
  @References(Customer.class) Long customerId;
  @Column(nullable = false, defaultValue = "'NEW'") String state;
  Integer total;
}
-- Coupon.java
@Table class Coupon { @Id long id; @References Order order; }

== after ==
-- Customer.java
@Table(comment = "Who buys") class Customer {
  @Id @Identity Long id;
  @Column(length = 200, unique = true, renamedFrom = "email") String mail;
  String city;
  @References Country country;
}
-- Order.java is deleted
-- Purchase.java
@Index(columns = {"customerId", "state"})
@Table(renamedFrom = "order") class Purchase {
  @Id @Identity Long id;
  @References(value = Customer.class, onDelete = ReferentialAction.CASCADE) Long customerId;
  @Column(nullable = false, defaultValue = "'OPEN'") @Check("state <> ''") String state;
  @Column(precision = 12, scale = 2, nullable = false, backfill = "0") BigDecimal total;
}
-- Coupon.java is deleted
-- Country.java
@Table class Country { @Id @Column(type = "char(2)") String code; }

== options ==
lockstep.accept=data-loss,rewrite

== rows ==
INSERT INTO customer (email, fax, city) VALUES ('ada@example.com', '1', 'London');
INSERT INTO "order" (customer_id, total) VALUES (1, 5), (1, NULL);
INSERT INTO coupon VALUES (1, 1);

== messages ==
Country.java:1: error: [lockstep:TableAdded] table "country" is not migrated yet
      renamed: @Table(renamedFrom = "coupon")
      not renamed: mvn compile -Dlockstep.migrate="Create table country and drop table coupon" -Dlockstep.accept=data-loss
package-info.java:1: error: [lockstep:TableRemoved] table "coupon" has no class any more; a migration would delete its data
      renamed: @Table(renamedFrom = "coupon") on Country
      dropped: mvn compile -Dlockstep.migrate="Drop table coupon" -Dlockstep.accept=data-loss:coupon
Customer.java:1: error: [lockstep:TableCommentChanged] the comment of table "customer" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change comment of table customer"
Customer.java:5: error: [lockstep:ColumnAdded] column "country_code" of table "customer" is not migrated yet
      renamed: @Column(renamedFrom = "fax")
      not renamed: mvn compile -Dlockstep.migrate="Add country_code to customer and drop fax" -Dlockstep.accept=data-loss
Customer.java:1: error: [lockstep:IndexRemoved] index "customer_city_idx" of table "customer" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop index on city from customer"
Customer.java:5: error: [lockstep:ConstraintAdded] foreign key "customer_country_code_fkey" of table "customer" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on country_code to customer"
Customer.java:1: error: [lockstep:ColumnRemoved] column "fax" of table "customer" has no field any more; a migration would delete its data
      renamed: @Column(renamedFrom = "fax") on country_code
      dropped: mvn compile -Dlockstep.migrate="Drop fax from customer" -Dlockstep.accept=data-loss:customer.fax
Customer.java:3: error: [lockstep:ColumnRenamed] column "email" of table "customer" is named "mail" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename email of customer to mail"
Customer.java:3: error: [lockstep:ColumnTypeChanged] the type of column "mail" of table "customer" changed from varchar(80) to varchar(200), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of mail in customer"
Purchase.java:2: error: [lockstep:TableRenamed] table "order" is named "purchase" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table order to purchase"
Purchase.java:2: error: [lockstep:ConstraintRemoved] foreign key "order_customer_id_fkey" of table "purchase" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop foreign key on customer_id from purchase"
Purchase.java:4: error: [lockstep:ConstraintAdded] foreign key "purchase_customer_id_fkey" of table "purchase" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add foreign key on customer_id to purchase"
Purchase.java:1: error: [lockstep:IndexAdded] index "purchase_customer_id_state_idx" of table "purchase" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on customer_id and state to purchase"
Purchase.java:5: error: [lockstep:ConstraintAdded] check "purchase_state_check" of table "purchase" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check purchase_state_check to purchase"
Purchase.java:5: error: [lockstep:ColumnDefaultChanged] the default of column "state" of table "purchase" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change default of state in purchase"
Purchase.java:6: error: [lockstep:ColumnTypeChanged] the type of column "total" of table "purchase" changed from integer to numeric(12,2), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of total in purchase"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of total in purchase" -Dlockstep.accept=rewrite
Purchase.java:6: error: [lockstep:ColumnNullabilityChanged] column "total" of table "purchase" is NOT NULL now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Make total of purchase NOT NULL"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rework the shop")
public final class M0002_ReworkTheShop implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("customer_city_idx");

    schema.createTable("country",
        column("code", type("char(2)")).notNull(),
        primaryKey("country_pkey", "code"));

    schema.addColumn("customer", column("country_code", type("char(2)")));
    schema.addConstraintNotValid("customer",
        foreignKey("customer_country_code_fkey", "country_code").references("country", "code"));
    schema.validateConstraint("customer", "customer_country_code_fkey");
    schema.commentOnTable("customer", "Who buys");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.commentOnTable("customer", "");
    schema.lockTable("country");
    schema.lockTable("customer");
    schema.dropConstraint("customer", "customer_country_code_fkey");
    schema.dropColumn("customer", "country_code");
    schema.dropTable("country");
    schema.createIndexConcurrently("customer", index("customer_city_idx", "city"));
  }
}

== sql up ==
DROP INDEX CONCURRENTLY "public"."customer_city_idx";
CREATE TABLE "public"."country" (
  "code" char(2) NOT NULL,
  CONSTRAINT "country_pkey" PRIMARY KEY ("code")
);
ALTER TABLE "public"."customer" ADD COLUMN "country_code" char(2);
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_country_code_fkey" FOREIGN KEY ("country_code") REFERENCES "public"."country" ("code") NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "customer_country_code_fkey";
COMMENT ON TABLE "public"."customer" IS 'Who buys';

== sql down ==
COMMENT ON TABLE "public"."customer" IS NULL;
LOCK TABLE "public"."country" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_country_code_fkey";
ALTER TABLE "public"."customer" DROP COLUMN "country_code";
DROP TABLE "public"."country";
CREATE INDEX CONCURRENTLY "customer_city_idx" ON "public"."customer" ("city");

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.numeric;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;
import static dev.lockstep.schema.ReferentialAction.CASCADE;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_ReworkTheShop", description = "Rework the shop (contract)", phase = CONTRACT)
@Accepted({"data-loss:coupon", "data-loss:customer.fax", "rewrite:purchase"})
public final class M0003_ReworkTheShopContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.lockTable("order");
    schema.lockTable("coupon");
    schema.dropConstraint("coupon", "coupon_order_id_fkey");
    schema.dropColumn("customer", "fax");
    schema.lockTable("customer");
    schema.lockTable("order");
    schema.dropConstraint("order", "order_customer_id_fkey");
    schema.dropTable("coupon");
    schema.renameTable("order", "purchase");
    schema.renameColumn("customer", "email", "mail");
    schema.alterColumnType("customer", "mail", varchar(200));
    schema.setDefault("purchase", "state", "'OPEN'");
    schema.lockTable("purchase");
    schema.alterColumnType("purchase", "total", numeric(12, 2));
    schema.analyze("customer", "mail");
    schema.analyze("purchase", "total");
    schema.backfill("purchase", "total", "0");
    schema.addConstraintNotValid("purchase",
        check("lockstep_not_null_total", "total IS NOT NULL"));
    schema.validateConstraint("purchase", "lockstep_not_null_total");
    schema.setNotNull("purchase", "total");
    schema.dropConstraint("purchase", "lockstep_not_null_total");
    schema.addConstraintNotValid("purchase", check("purchase_state_check", "state <> ''"));
    schema.validateConstraint("purchase", "purchase_state_check");
    schema.createIndexConcurrently("purchase",
        index("purchase_customer_id_state_idx", "customer_id", "state"));
    schema.lockWrites("customer");
    schema.lockWrites("purchase");
    schema.addConstraintNotValid("purchase",
        foreignKey("purchase_customer_id_fkey", "customer_id")
            .references("customer", "id")
            .onDelete(CASCADE));
    schema.validateConstraint("purchase", "purchase_customer_id_fkey");
  }

  @Irreversible(what = "coupon", reason = "its rows are deleted")
  @Irreversible(what = "customer.fax", reason = "its values are deleted")
  @Irreversible(what = "order.total", reason = "its NULLs became 0")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("customer");
    schema.lockTable("purchase");
    schema.dropConstraint("purchase", "purchase_customer_id_fkey");
    schema.dropIndexConcurrently("purchase_customer_id_state_idx");
    schema.dropConstraint("purchase", "purchase_state_check");
    schema.dropNotNull("purchase", "total");
    schema.alterColumnType("purchase", "total", integer());
    schema.setDefault("purchase", "state", "'NEW'");
    schema.lockTable("customer");
    schema.addColumn("customer", column("lockstep_new_mail", varchar(80)));
    schema.keepExtras("customer", "mail", "mail", "customer_email_key");
    schema.createObject("lockstep_sync_customer_mail", """
        CREATE FUNCTION lockstep_sync_customer_mail() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_mail" := NEW."mail";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_customer_mail()");
    schema.createObject("zz_lockstep_sync_customer_mail",
        "CREATE TRIGGER zz_lockstep_sync_customer_mail BEFORE INSERT OR UPDATE ON customer "
            + "FOR EACH ROW EXECUTE FUNCTION lockstep_sync_customer_mail()",
        "DROP TRIGGER zz_lockstep_sync_customer_mail ON customer", "customer",
        "lockstep_sync_customer_mail");
    schema.analyze("purchase", "total");
    schema.backfill("customer", "lockstep_new_mail", "mail");
    schema.createIndexConcurrently("customer",
        uniqueIndex("lockstep_new_customer_email_key", "lockstep_new_mail"));
    schema.analyze("customer", "lockstep_new_mail");
    schema.lockTable("customer");
    schema.keepExtras("customer", "mail", "mail", "customer_email_key");
    schema.dropObject("zz_lockstep_sync_customer_mail",
        "DROP TRIGGER zz_lockstep_sync_customer_mail ON customer");
    schema.dropObject("lockstep_sync_customer_mail",
        "DROP FUNCTION lockstep_sync_customer_mail()");
    schema.dropConstraint("customer", "customer_email_key");
    schema.dropColumn("customer", "mail");
    schema.renameColumn("customer", "lockstep_new_mail", "mail");
    schema.addConstraintUsingIndex("customer",
        unique("customer_email_key", "mail"), "lockstep_new_customer_email_key");
    schema.restoreExtras("customer", "mail");
    schema.renameColumn("customer", "mail", "email");
    schema.renameTable("purchase", "order");

    schema.createTable("coupon",
        column("id", bigint()).notNull(),
        column("order_id", bigint()),
        primaryKey("coupon_pkey", "id"));

    schema.lockWrites("customer");
    schema.lockWrites("order");
    schema.addConstraintNotValid("order",
        foreignKey("order_customer_id_fkey", "customer_id").references("customer", "id"));
    schema.validateConstraint("order", "order_customer_id_fkey");
    schema.addColumn("customer", column("fax", text()));
    schema.lockWrites("order");
    schema.addConstraint("coupon",
        foreignKey("coupon_order_id_fkey", "order_id").references("order", "id"));
  }
}

== contract sql up ==
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."coupon" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."coupon" DROP CONSTRAINT "coupon_order_id_fkey";
ALTER TABLE "public"."customer" DROP COLUMN "fax";
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."order" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."order" DROP CONSTRAINT "order_customer_id_fkey";
DROP TABLE "public"."coupon";
ALTER TABLE "public"."order" RENAME TO "purchase";
ALTER TABLE "public"."customer" RENAME COLUMN "email" TO "mail";
ALTER TABLE "public"."customer" ALTER COLUMN "mail" TYPE varchar(200);
ALTER TABLE "public"."purchase" ALTER COLUMN "state" SET DEFAULT 'OPEN';
LOCK TABLE "public"."purchase" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."purchase" ALTER COLUMN "total" TYPE numeric(12,2);
ANALYZE "public"."customer" ("mail");
ANALYZE "public"."purchase" ("total");
UPDATE "public"."purchase" SET "total" = (0) WHERE "total" IS NULL;
ALTER TABLE "public"."purchase" ADD CONSTRAINT "lockstep_not_null_total" CHECK (total IS NOT NULL) NOT VALID;
ALTER TABLE "public"."purchase" VALIDATE CONSTRAINT "lockstep_not_null_total";
ALTER TABLE "public"."purchase" ALTER COLUMN "total" SET NOT NULL;
ALTER TABLE "public"."purchase" DROP CONSTRAINT "lockstep_not_null_total";
ALTER TABLE "public"."purchase" ADD CONSTRAINT "purchase_state_check" CHECK (state <> '') NOT VALID;
ALTER TABLE "public"."purchase" VALIDATE CONSTRAINT "purchase_state_check";
CREATE INDEX CONCURRENTLY "purchase_customer_id_state_idx" ON "public"."purchase" ("customer_id", "state");
LOCK TABLE "public"."customer" IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE "public"."purchase" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."purchase" ADD CONSTRAINT "purchase_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "public"."customer" ("id") ON DELETE CASCADE NOT VALID;
ALTER TABLE "public"."purchase" VALIDATE CONSTRAINT "purchase_customer_id_fkey";

== contract sql down ==
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."purchase" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."purchase" DROP CONSTRAINT "purchase_customer_id_fkey";
DROP INDEX CONCURRENTLY "public"."purchase_customer_id_state_idx";
ALTER TABLE "public"."purchase" DROP CONSTRAINT "purchase_state_check";
ALTER TABLE "public"."purchase" ALTER COLUMN "total" DROP NOT NULL;
ALTER TABLE "public"."purchase" ALTER COLUMN "total" TYPE integer;
ALTER TABLE "public"."purchase" ALTER COLUMN "state" SET DEFAULT 'NEW';
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customer" ADD COLUMN "lockstep_new_mail" varchar(80);
-- keep extras: "customer" ("mail", "mail"), "customer_email_key"
CREATE FUNCTION lockstep_sync_customer_mail() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_mail" := NEW."mail";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_customer_mail BEFORE INSERT OR UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION lockstep_sync_customer_mail();
ANALYZE "public"."purchase" ("total");
UPDATE "public"."customer" SET "lockstep_new_mail" = (mail) WHERE "lockstep_new_mail" IS NULL;
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_customer_email_key" ON "public"."customer" ("lockstep_new_mail");
ANALYZE "public"."customer" ("lockstep_new_mail");
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "customer" ("mail", "mail"), "customer_email_key"
DROP TRIGGER zz_lockstep_sync_customer_mail ON customer;
DROP FUNCTION lockstep_sync_customer_mail();
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_email_key";
ALTER TABLE "public"."customer" DROP COLUMN "mail";
ALTER TABLE "public"."customer" RENAME COLUMN "lockstep_new_mail" TO "mail";
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_email_key" UNIQUE USING INDEX "lockstep_new_customer_email_key";
-- restore extras: "customer" ("mail")
ALTER TABLE "public"."customer" RENAME COLUMN "mail" TO "email";
ALTER TABLE "public"."purchase" RENAME TO "order";
CREATE TABLE "public"."coupon" (
  "id" bigint NOT NULL,
  "order_id" bigint,
  CONSTRAINT "coupon_pkey" PRIMARY KEY ("id")
);
LOCK TABLE "public"."customer" IN SHARE ROW EXCLUSIVE MODE;
LOCK TABLE "public"."order" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."order" ADD CONSTRAINT "order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "public"."customer" ("id") NOT VALID;
ALTER TABLE "public"."order" VALIDATE CONSTRAINT "order_customer_id_fkey";
ALTER TABLE "public"."customer" ADD COLUMN "fax" text;
LOCK TABLE "public"."order" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."coupon" ADD CONSTRAINT "coupon_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "public"."order" ("id");

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_ReworkTheShopContract"
    ],
    "tables": [
      {
-       "name": "coupon",
-       "class": "shop.Coupon",
+       "name": "country",
+       "class": "shop.Country",
        "columns": [
          {
-           "name": "id",
-           "type": "bigint",
+           "name": "code",
+           "type": "char(2)",
            "notNull": true
-         },
-         {
-           "name": "order_id",
-           "type": "bigint"
          }
        ],
        "constraints": [
          {
-           "name": "coupon_order_id_fkey",
-           "kind": "foreign key",
-           "columns": [ "order_id" ],
-           "references": "order",
-           "referencedColumns": [ "id" ]
-         },
-         {
-           "name": "coupon_pkey",
+           "name": "country_pkey",
            "kind": "primary key",
-           "columns": [ "id" ]
+           "columns": [ "code" ]
          }
        ]
...
        "name": "customer",
        "class": "shop.Customer",
+       "comment": "Who buys",
        "columns": [
          {
...
          },
          {
-           "name": "email",
-           "type": "varchar(80)"
+           "name": "mail",
+           "type": "varchar(200)"
          },
          {
-           "name": "fax",
+           "name": "city",
            "type": "text"
          },
          {
-           "name": "city",
-           "type": "text"
+           "name": "country_code",
+           "type": "char(2)"
          }
        ],
        "constraints": [
          {
+           "name": "customer_country_code_fkey",
+           "kind": "foreign key",
+           "columns": [ "country_code" ],
+           "references": "country",
+           "referencedColumns": [ "code" ]
+         },
+         {
            "name": "customer_email_key",
            "kind": "unique",
-           "columns": [ "email" ]
+           "columns": [ "mail" ]
          },
          {
...
            "columns": [ "id" ]
          }
-       ],
-       "indexes": [
-         {
-           "name": "customer_city_idx",
-           "elements": [ "city" ]
-         }
        ]
      },
      {
-       "name": "order",
-       "class": "shop.Order",
+       "name": "purchase",
+       "class": "shop.Purchase",
        "columns": [
          {
...
            "type": "text",
            "notNull": true,
-           "default": "'NEW'"
+           "default": "'OPEN'"
          },
          {
            "name": "total",
-           "type": "integer"
+           "type": "numeric(12,2)",
+           "notNull": true
          }
        ],
        "constraints": [
          {
-           "name": "order_customer_id_fkey",
+           "name": "order_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         },
+         {
+           "name": "purchase_customer_id_fkey",
            "kind": "foreign key",
            "columns": [ "customer_id" ],
            "references": "customer",
-           "referencedColumns": [ "id" ]
+           "referencedColumns": [ "id" ],
+           "onDelete": "cascade"
          },
          {
-           "name": "order_pkey",
-           "kind": "primary key",
-           "columns": [ "id" ]
+           "name": "purchase_state_check",
+           "kind": "check",
+           "expression": "state <> ''"
          }
+       ],
+       "indexes": [
+         {
+           "name": "purchase_customer_id_state_idx",
+           "elements": [ "customer_id", "state" ]
+         }
        ]
      }

== messages after ==
Customer.java:3: warning: [lockstep:RenameDone] renamedFrom = "email" of column "mail" of table "customer" has done its work and can go
Purchase.java:2: warning: [lockstep:RenameDone] renamedFrom = "order" of table "purchase" has done its work and can go

== rows after ==
SELECT * FROM customer;
1 | ada@example.com | London | null

SELECT * FROM purchase ORDER BY id;
1 | 1 | NEW | 5.00
2 | 1 | NEW | 0.00
