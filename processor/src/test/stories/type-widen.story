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

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
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
    schema.analyze("person", "name", "city", "balance");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.addColumn("person", column("lockstep_new_balance", numeric(8, 2)));
    schema.keepExtras("person", "balance", "balance");
    schema.createObject("lockstep_sync_person_balance", """
        CREATE FUNCTION lockstep_sync_person_balance() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_balance" := NEW."balance";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_person_balance()");
    schema.createObject("zz_lockstep_sync_person_balance",
        "CREATE TRIGGER zz_lockstep_sync_person_balance BEFORE INSERT OR UPDATE ON person "
            + "FOR EACH ROW EXECUTE FUNCTION lockstep_sync_person_balance()",
        "DROP TRIGGER zz_lockstep_sync_person_balance ON person", "lockstep_sync_person_balance",
        "person");
    schema.backfill("person", "lockstep_new_balance", "balance");
    schema.analyze("person", "lockstep_new_balance");
    schema.lockTable("person");
    schema.keepExtras("person", "balance", "balance");
    schema.dropObject("zz_lockstep_sync_person_balance",
        "DROP TRIGGER zz_lockstep_sync_person_balance ON person");
    schema.dropObject("lockstep_sync_person_balance",
        "DROP FUNCTION lockstep_sync_person_balance()");
    schema.dropColumn("person", "balance");
    schema.renameColumn("person", "lockstep_new_balance", "balance");
    schema.restoreExtras("person", "balance");
    schema.lockTable("person");
    schema.addColumn("person", column("lockstep_new_city", varchar(30)));
    schema.keepExtras("person", "city", "city");
    schema.createObject("lockstep_sync_person_city", """
        CREATE FUNCTION lockstep_sync_person_city() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_city" := NEW."city";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_person_city()");
    schema.createObject("zz_lockstep_sync_person_city",
        "CREATE TRIGGER zz_lockstep_sync_person_city BEFORE INSERT OR UPDATE ON person FOR "
            + "EACH ROW EXECUTE FUNCTION lockstep_sync_person_city()",
        "DROP TRIGGER zz_lockstep_sync_person_city ON person", "lockstep_sync_person_city",
        "person");
    schema.backfill("person", "lockstep_new_city", "city");
    schema.analyze("person", "lockstep_new_city");
    schema.lockTable("person");
    schema.keepExtras("person", "city", "city");
    schema.dropObject("zz_lockstep_sync_person_city",
        "DROP TRIGGER zz_lockstep_sync_person_city ON person");
    schema.dropObject("lockstep_sync_person_city", "DROP FUNCTION lockstep_sync_person_city()");
    schema.dropColumn("person", "city");
    schema.renameColumn("person", "lockstep_new_city", "city");
    schema.restoreExtras("person", "city");
    schema.lockTable("person");
    schema.addColumn("person", column("lockstep_new_name", varchar(30)));
    schema.keepExtras("person", "name", "name", "person_name_idx");
    schema.createObject("lockstep_sync_person_name", """
        CREATE FUNCTION lockstep_sync_person_name() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_name" := NEW."name";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_person_name()");
    schema.createObject("zz_lockstep_sync_person_name",
        "CREATE TRIGGER zz_lockstep_sync_person_name BEFORE INSERT OR UPDATE ON person FOR "
            + "EACH ROW EXECUTE FUNCTION lockstep_sync_person_name()",
        "DROP TRIGGER zz_lockstep_sync_person_name ON person", "lockstep_sync_person_name",
        "person");
    schema.backfill("person", "lockstep_new_name", "name");
    schema.createIndexConcurrently("person",
        index("lockstep_new_person_name_idx", "lockstep_new_name"));
    schema.analyze("person", "lockstep_new_name");
    schema.lockTable("person");
    schema.keepExtras("person", "name", "name", "person_name_idx");
    schema.dropObject("zz_lockstep_sync_person_name",
        "DROP TRIGGER zz_lockstep_sync_person_name ON person");
    schema.dropObject("lockstep_sync_person_name", "DROP FUNCTION lockstep_sync_person_name()");
    schema.dropIndex("person_name_idx");
    schema.dropColumn("person", "name");
    schema.renameColumn("person", "lockstep_new_name", "name");
    schema.renameIndex("lockstep_new_person_name_idx", "person_name_idx");
    schema.restoreExtras("person", "name");
  }
}

== sql up ==
ALTER TABLE "public"."person" ALTER COLUMN "name" TYPE varchar(450);
ALTER TABLE "public"."person" ALTER COLUMN "city" TYPE text;
ALTER TABLE "public"."person" ALTER COLUMN "balance" TYPE numeric(12,2);
ANALYZE "public"."person" ("name", "city", "balance");

== sql down ==
ALTER TABLE "public"."person" ADD COLUMN "lockstep_new_balance" numeric(8,2);
-- keep extras: "person" ("balance", "balance")
CREATE FUNCTION lockstep_sync_person_balance() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_balance" := NEW."balance";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_person_balance BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION lockstep_sync_person_balance();
UPDATE "public"."person" SET "lockstep_new_balance" = (balance) WHERE "lockstep_new_balance" IS NULL;
ANALYZE "public"."person" ("lockstep_new_balance");
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "person" ("balance", "balance")
DROP TRIGGER zz_lockstep_sync_person_balance ON person;
DROP FUNCTION lockstep_sync_person_balance();
ALTER TABLE "public"."person" DROP COLUMN "balance";
ALTER TABLE "public"."person" RENAME COLUMN "lockstep_new_balance" TO "balance";
-- restore extras: "person" ("balance")
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."person" ADD COLUMN "lockstep_new_city" varchar(30);
-- keep extras: "person" ("city", "city")
CREATE FUNCTION lockstep_sync_person_city() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_city" := NEW."city";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_person_city BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION lockstep_sync_person_city();
UPDATE "public"."person" SET "lockstep_new_city" = (city) WHERE "lockstep_new_city" IS NULL;
ANALYZE "public"."person" ("lockstep_new_city");
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "person" ("city", "city")
DROP TRIGGER zz_lockstep_sync_person_city ON person;
DROP FUNCTION lockstep_sync_person_city();
ALTER TABLE "public"."person" DROP COLUMN "city";
ALTER TABLE "public"."person" RENAME COLUMN "lockstep_new_city" TO "city";
-- restore extras: "person" ("city")
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."person" ADD COLUMN "lockstep_new_name" varchar(30);
-- keep extras: "person" ("name", "name"), "person_name_idx"
CREATE FUNCTION lockstep_sync_person_name() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_name" := NEW."name";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_person_name BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION lockstep_sync_person_name();
UPDATE "public"."person" SET "lockstep_new_name" = (name) WHERE "lockstep_new_name" IS NULL;
CREATE INDEX CONCURRENTLY "lockstep_new_person_name_idx" ON "public"."person" ("lockstep_new_name");
ANALYZE "public"."person" ("lockstep_new_name");
LOCK TABLE "public"."person" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "person" ("name", "name"), "person_name_idx"
DROP TRIGGER zz_lockstep_sync_person_name ON person;
DROP FUNCTION lockstep_sync_person_name();
DROP INDEX "public"."person_name_idx";
ALTER TABLE "public"."person" DROP COLUMN "name";
ALTER TABLE "public"."person" RENAME COLUMN "lockstep_new_name" TO "name";
ALTER INDEX "public"."lockstep_new_person_name_idx" RENAME TO "person_name_idx";
-- restore extras: "person" ("name")

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
