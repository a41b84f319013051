Rename fax to telefax

Old and new version of the application run at once: the column has both names until the old one has
ended, and a trigger keeps the two the same. What else the new version needs comes first.

== before ==
-- Team.java
@Table class Team { @Id long id; }
-- Customer.java
@Table class Customer { @Id long id; @Column(length = 40, unique = true, nullable = false) String fax; }

== after ==
-- Team.java
@Table class Team { @Id long id; @Column(length = 40) String name; }
-- Customer.java
@Table class Customer {
  @Id long id;
  @Column(renamedFrom = "fax", length = 40, unique = true, nullable = false) String telefax;
}

== options ==
lockstep.rolling=true

== rows ==
INSERT INTO customer VALUES (1, '+49'), (2, '+33');

== messages ==
Customer.java:3: error: [lockstep:ColumnRenamed] column "fax" of table "customer" is named "telefax" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax"
      for a rolling deployment: mvn compile -Dlockstep.migrate="Rename fax of customer to telefax" -Dlockstep.rolling=true
Team.java:1: error: [lockstep:ColumnAdded] column "name" of table "team" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add name to team"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename fax to telefax")
public final class M0002_RenameFaxToTelefax implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("team", column("name", varchar(40)));
    schema.lockTable("customer");
    schema.addColumn("customer", column("telefax", varchar(40)));
    schema.keepExtras("customer", "fax", "telefax", "customer_fax_key");
    schema.restoreExtras("customer", "telefax");
    schema.createObject("lockstep_sync_customer_telefax", """
        CREATE FUNCTION lockstep_sync_customer_telefax() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW."telefax" IS NULL THEN
              NEW."telefax" := NEW."fax";
            ELSE
              NEW."fax" := NEW."telefax";
            END IF;
          ELSIF pg_catalog.record_image_ne(ROW(NEW."telefax"), ROW(OLD."telefax")) THEN
            NEW."fax" := NEW."telefax";
          ELSIF pg_catalog.record_image_ne(ROW(NEW."fax"), ROW(OLD."fax")) OR NEW."telefax" IS NULL THEN
            NEW."telefax" := NEW."fax";
          ELSE
            NEW."fax" := NEW."telefax";
          END IF;
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_customer_telefax()");
    schema.createObject("zz_lockstep_sync_customer_telefax",
        "CREATE TRIGGER zz_lockstep_sync_customer_telefax BEFORE INSERT OR UPDATE ON "
            + "customer FOR EACH ROW EXECUTE FUNCTION lockstep_sync_customer_telefax()",
        "DROP TRIGGER zz_lockstep_sync_customer_telefax ON customer", "customer",
        "lockstep_sync_customer_telefax");
    schema.backfill("customer", "telefax", "fax");
    schema.addConstraintNotValid("customer",
        check("lockstep_not_null_telefax", "telefax IS NOT NULL"));
    schema.validateConstraint("customer", "lockstep_not_null_telefax");
    schema.createIndexConcurrently("customer",
        uniqueIndex("lockstep_new_customer_fax_key", "telefax"));
    schema.analyze("customer", "telefax");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("team", "name");
    schema.lockTable("customer");
    schema.dropObject("zz_lockstep_sync_customer_telefax",
        "DROP TRIGGER zz_lockstep_sync_customer_telefax ON customer");
    schema.dropObject("lockstep_sync_customer_telefax",
        "DROP FUNCTION lockstep_sync_customer_telefax()");
    schema.dropConstraint("customer", "lockstep_not_null_telefax");
    schema.dropIndex("lockstep_new_customer_fax_key");
    schema.dropColumn("customer", "telefax");
  }
}

== sql up ==
ALTER TABLE "public"."team" ADD COLUMN "name" varchar(40);
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customer" ADD COLUMN "telefax" varchar(40);
-- keep extras: "customer" ("fax", "telefax"), "customer_fax_key"
-- restore extras: "customer" ("telefax")
CREATE FUNCTION lockstep_sync_customer_telefax() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."telefax" IS NULL THEN
      NEW."telefax" := NEW."fax";
    ELSE
      NEW."fax" := NEW."telefax";
    END IF;
  ELSIF pg_catalog.record_image_ne(ROW(NEW."telefax"), ROW(OLD."telefax")) THEN
    NEW."fax" := NEW."telefax";
  ELSIF pg_catalog.record_image_ne(ROW(NEW."fax"), ROW(OLD."fax")) OR NEW."telefax" IS NULL THEN
    NEW."telefax" := NEW."fax";
  ELSE
    NEW."fax" := NEW."telefax";
  END IF;
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_customer_telefax BEFORE INSERT OR UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION lockstep_sync_customer_telefax();
UPDATE "public"."customer" SET "telefax" = (fax) WHERE "telefax" IS NULL;
ALTER TABLE "public"."customer" ADD CONSTRAINT "lockstep_not_null_telefax" CHECK (telefax IS NOT NULL) NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "lockstep_not_null_telefax";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_customer_fax_key" ON "public"."customer" ("telefax");
ANALYZE "public"."customer" ("telefax");

== sql down ==
ALTER TABLE "public"."team" DROP COLUMN "name";
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER zz_lockstep_sync_customer_telefax ON customer;
DROP FUNCTION lockstep_sync_customer_telefax();
ALTER TABLE "public"."customer" DROP CONSTRAINT "lockstep_not_null_telefax";
DROP INDEX "public"."lockstep_new_customer_fax_key";
ALTER TABLE "public"."customer" DROP COLUMN "telefax";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_RenameFaxToTelefax", description = "Rename fax to telefax (contract)", phase = CONTRACT)
public final class M0003_RenameFaxToTelefaxContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.lockTable("customer");
    schema.keepExtras("customer", "fax", "telefax", "customer_fax_key");
    schema.dropObject("zz_lockstep_sync_customer_telefax",
        "DROP TRIGGER zz_lockstep_sync_customer_telefax ON customer");
    schema.dropObject("lockstep_sync_customer_telefax",
        "DROP FUNCTION lockstep_sync_customer_telefax()");
    schema.dropConstraint("customer", "customer_fax_key");
    schema.dropColumn("customer", "fax");
    schema.setNotNull("customer", "telefax");
    schema.dropConstraint("customer", "lockstep_not_null_telefax");
    schema.addConstraintUsingIndex("customer",
        unique("customer_fax_key", "telefax"), "lockstep_new_customer_fax_key");
    schema.restoreExtras("customer", "telefax");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.addColumn("customer", column("fax", varchar(40)));
    schema.keepExtras("customer", "telefax", "fax", "customer_fax_key");
    schema.restoreExtras("customer", "fax");
    schema.createObject("lockstep_sync_customer_telefax", """
        CREATE FUNCTION lockstep_sync_customer_telefax() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          IF TG_OP = 'INSERT' THEN
            IF NEW."telefax" IS NULL THEN
              NEW."telefax" := NEW."fax";
            ELSE
              NEW."fax" := NEW."telefax";
            END IF;
          ELSIF pg_catalog.record_image_ne(ROW(NEW."telefax"), ROW(OLD."telefax")) THEN
            NEW."fax" := NEW."telefax";
          ELSIF pg_catalog.record_image_ne(ROW(NEW."fax"), ROW(OLD."fax")) OR NEW."telefax" IS NULL THEN
            NEW."telefax" := NEW."fax";
          ELSE
            NEW."fax" := NEW."telefax";
          END IF;
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_customer_telefax()");
    schema.createObject("zz_lockstep_sync_customer_telefax",
        "CREATE TRIGGER zz_lockstep_sync_customer_telefax BEFORE INSERT OR UPDATE ON "
            + "customer FOR EACH ROW EXECUTE FUNCTION lockstep_sync_customer_telefax()",
        "DROP TRIGGER zz_lockstep_sync_customer_telefax ON customer", "customer",
        "lockstep_sync_customer_telefax");
    schema.backfill("customer", "fax", "telefax");
    schema.addConstraintNotValid("customer", check("lockstep_not_null_fax", "fax IS NOT NULL"));
    schema.validateConstraint("customer", "lockstep_not_null_fax");
    schema.createIndexConcurrently("customer",
        uniqueIndex("lockstep_new_2_customer_fax_key", "fax"));
    schema.analyze("customer", "fax");
    schema.createIndexConcurrently("customer",
        uniqueIndex("lockstep_new_customer_fax_key", "telefax"));
    schema.addConstraintNotValid("customer",
        check("lockstep_not_null_telefax", "telefax IS NOT NULL"));
    schema.validateConstraint("customer", "lockstep_not_null_telefax");
    schema.lockTable("customer");
    schema.dropConstraint("customer", "customer_fax_key");
    schema.dropNotNull("customer", "telefax");
    schema.setNotNull("customer", "fax");
    schema.dropConstraint("customer", "lockstep_not_null_fax");
    schema.addConstraintUsingIndex("customer",
        unique("customer_fax_key", "fax"), "lockstep_new_2_customer_fax_key");
  }
}

== contract sql up ==
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "customer" ("fax", "telefax"), "customer_fax_key"
DROP TRIGGER zz_lockstep_sync_customer_telefax ON customer;
DROP FUNCTION lockstep_sync_customer_telefax();
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_fax_key";
ALTER TABLE "public"."customer" DROP COLUMN "fax";
ALTER TABLE "public"."customer" ALTER COLUMN "telefax" SET NOT NULL;
ALTER TABLE "public"."customer" DROP CONSTRAINT "lockstep_not_null_telefax";
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_fax_key" UNIQUE USING INDEX "lockstep_new_customer_fax_key";
-- restore extras: "customer" ("telefax")

== contract sql down ==
ALTER TABLE "public"."customer" ADD COLUMN "fax" varchar(40);
-- keep extras: "customer" ("telefax", "fax"), "customer_fax_key"
-- restore extras: "customer" ("fax")
CREATE FUNCTION lockstep_sync_customer_telefax() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW."telefax" IS NULL THEN
      NEW."telefax" := NEW."fax";
    ELSE
      NEW."fax" := NEW."telefax";
    END IF;
  ELSIF pg_catalog.record_image_ne(ROW(NEW."telefax"), ROW(OLD."telefax")) THEN
    NEW."fax" := NEW."telefax";
  ELSIF pg_catalog.record_image_ne(ROW(NEW."fax"), ROW(OLD."fax")) OR NEW."telefax" IS NULL THEN
    NEW."telefax" := NEW."fax";
  ELSE
    NEW."fax" := NEW."telefax";
  END IF;
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_customer_telefax BEFORE INSERT OR UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION lockstep_sync_customer_telefax();
UPDATE "public"."customer" SET "fax" = (telefax) WHERE "fax" IS NULL;
ALTER TABLE "public"."customer" ADD CONSTRAINT "lockstep_not_null_fax" CHECK (fax IS NOT NULL) NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "lockstep_not_null_fax";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_2_customer_fax_key" ON "public"."customer" ("fax");
ANALYZE "public"."customer" ("fax");
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_customer_fax_key" ON "public"."customer" ("telefax");
ALTER TABLE "public"."customer" ADD CONSTRAINT "lockstep_not_null_telefax" CHECK (telefax IS NOT NULL) NOT VALID;
ALTER TABLE "public"."customer" VALIDATE CONSTRAINT "lockstep_not_null_telefax";
LOCK TABLE "public"."customer" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."customer" DROP CONSTRAINT "customer_fax_key";
ALTER TABLE "public"."customer" ALTER COLUMN "telefax" DROP NOT NULL;
ALTER TABLE "public"."customer" ALTER COLUMN "fax" SET NOT NULL;
ALTER TABLE "public"."customer" DROP CONSTRAINT "lockstep_not_null_fax";
ALTER TABLE "public"."customer" ADD CONSTRAINT "customer_fax_key" UNIQUE USING INDEX "lockstep_new_2_customer_fax_key";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_RenameFaxToTelefaxContract"
    ],
    "tables": [
...
          },
          {
-           "name": "fax",
+           "name": "telefax",
            "type": "varchar(40)",
            "notNull": true
...
            "name": "customer_fax_key",
            "kind": "unique",
-           "columns": [ "fax" ]
+           "columns": [ "telefax" ]
          },
          {
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "name",
+           "type": "varchar(40)"
          }
        ],

== messages after ==
Customer.java:3: warning: [lockstep:RenameDone] renamedFrom = "fax" of column "telefax" of table "customer" has done its work and can go
