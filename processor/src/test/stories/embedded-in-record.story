Pay in another currency

Records embed and are embedded. An @Id at the field makes all its columns the key; a column of it
grows like any other.

== before ==
-- Money.java
@Embeddable record Money(
    @Check("cents >= 0") long cents,
    @Column(length = 3, nullable = false, defaultValue = "'EUR'") String currency) {}
-- Invoice.java
@Table record Invoice(@Id @Embedded Key key, @Embedded Money total) {
  @Embeddable record Key(short year, int number) {}
}
-- Reminder.java
@ForeignKey(columns = {"year", "number"}, references = Invoice.class)
@Table record Reminder(
    short year,
    int number,
    @Embedded(overrides = @ColumnOverride(field = "cents", column = @Column(name = "fee"))) Money fee) {}

== after ==
-- Money.java
@Embeddable record Money(
    @Check("cents >= 0") @Check("cents < 100000000") long cents,
    @Column(length = 8, nullable = false, defaultValue = "'EUR'") @Index String currency) {}

== rows ==
INSERT INTO invoice VALUES (2024, 1, 1000, 'EUR');
INSERT INTO reminder VALUES (2024, 1, 5, 'EUR');

== messages ==
Money.java:2: error: [lockstep:ConstraintAdded] check "invoice_total_cents_check1" of table "invoice" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check invoice_total_cents_check1 to invoice"
Money.java:3: error: [lockstep:IndexAdded] index "invoice_total_currency_idx" of table "invoice" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on total_currency to invoice"
Money.java:3: error: [lockstep:ColumnTypeChanged] the type of column "total_currency" of table "invoice" changed from varchar(3) to varchar(8), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of total_currency in invoice"
Money.java:3: error: [lockstep:ColumnTypeChanged] the type of column "fee_currency" of table "reminder" changed from varchar(3) to varchar(8), which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of fee_currency in reminder"
Money.java:2: error: [lockstep:ConstraintAdded] check "reminder_fee_check1" of table "reminder" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add check reminder_fee_check1 to reminder"
Money.java:3: error: [lockstep:IndexAdded] index "reminder_fee_currency_idx" of table "reminder" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on fee_currency to reminder"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Pay in another currency")
public final class M0002_PayInAnotherCurrency implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.alterColumnType("invoice", "total_currency", varchar(8));
    schema.alterColumnType("reminder", "fee_currency", varchar(8));
    schema.addConstraintNotValid("invoice",
        check("invoice_total_cents_check1", "total_cents < 100000000"));
    schema.analyze("invoice", "total_currency");
    schema.analyze("reminder", "fee_currency");
    schema.validateConstraint("invoice", "invoice_total_cents_check1");
    schema.addConstraintNotValid("reminder", check("reminder_fee_check1", "fee < 100000000"));
    schema.validateConstraint("reminder", "reminder_fee_check1");
    schema.createIndexConcurrently("invoice",
        index("invoice_total_currency_idx", "total_currency"));
    schema.createIndexConcurrently("reminder", index("reminder_fee_currency_idx", "fee_currency"));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropConstraint("reminder", "reminder_fee_check1");
    schema.dropConstraint("invoice", "invoice_total_cents_check1");
    schema.lockTable("reminder");
    schema.addColumn("reminder", column("lockstep_new_fee_currency", varchar(3)));
    schema.keepExtras("reminder", "fee_currency", "fee_currency", "reminder_fee_currency_idx");
    schema.createObject("lockstep_sync_reminder_fee_currency", """
        CREATE FUNCTION lockstep_sync_reminder_fee_currency() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_fee_currency" := NEW."fee_currency";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_reminder_fee_currency()");
    schema.createObject("zz_lockstep_sync_reminder_fee_currency",
        "CREATE TRIGGER zz_lockstep_sync_reminder_fee_currency BEFORE INSERT OR UPDATE ON "
            + "reminder FOR EACH ROW EXECUTE FUNCTION lockstep_sync_reminder_fee_currency()",
        "DROP TRIGGER zz_lockstep_sync_reminder_fee_currency ON reminder",
        "lockstep_sync_reminder_fee_currency", "reminder");
    schema.backfill("reminder", "lockstep_new_fee_currency", "fee_currency");
    schema.addConstraintNotValid("reminder",
        check("lockstep_not_null_fee_currency", "lockstep_new_fee_currency IS NOT NULL"));
    schema.validateConstraint("reminder", "lockstep_not_null_fee_currency");
    schema.analyze("reminder", "lockstep_new_fee_currency");
    schema.lockTable("reminder");
    schema.keepExtras("reminder", "fee_currency", "fee_currency", "reminder_fee_currency_idx");
    schema.dropObject("zz_lockstep_sync_reminder_fee_currency",
        "DROP TRIGGER zz_lockstep_sync_reminder_fee_currency ON reminder");
    schema.dropObject("lockstep_sync_reminder_fee_currency",
        "DROP FUNCTION lockstep_sync_reminder_fee_currency()");
    schema.dropIndex("reminder_fee_currency_idx");
    schema.dropColumn("reminder", "fee_currency");
    schema.renameColumn("reminder", "lockstep_new_fee_currency", "fee_currency");
    schema.setNotNull("reminder", "fee_currency");
    schema.dropConstraint("reminder", "lockstep_not_null_fee_currency");
    schema.setDefault("reminder", "fee_currency", "'EUR'");
    schema.restoreExtras("reminder", "fee_currency");
    schema.lockTable("invoice");
    schema.addColumn("invoice", column("lockstep_new_total_currency", varchar(3)));
    schema.keepExtras("invoice", "total_currency", "total_currency", "invoice_total_currency_idx");
    schema.createObject("lockstep_sync_invoice_total_currency", """
        CREATE FUNCTION lockstep_sync_invoice_total_currency() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_total_currency" := NEW."total_currency";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_invoice_total_currency()");
    schema.createObject("zz_lockstep_sync_invoice_total_currency",
        "CREATE TRIGGER zz_lockstep_sync_invoice_total_currency BEFORE INSERT OR UPDATE ON "
            + "invoice FOR EACH ROW EXECUTE FUNCTION lockstep_sync_invoice_total_currency()",
        "DROP TRIGGER zz_lockstep_sync_invoice_total_currency ON invoice", "invoice",
        "lockstep_sync_invoice_total_currency");
    schema.backfill("invoice", "lockstep_new_total_currency", "total_currency");
    schema.addConstraintNotValid("invoice",
        check("lockstep_not_null_total_currency", "lockstep_new_total_currency IS NOT NULL"));
    schema.validateConstraint("invoice", "lockstep_not_null_total_currency");
    schema.analyze("invoice", "lockstep_new_total_currency");
    schema.lockTable("invoice");
    schema.keepExtras("invoice", "total_currency", "total_currency", "invoice_total_currency_idx");
    schema.dropObject("zz_lockstep_sync_invoice_total_currency",
        "DROP TRIGGER zz_lockstep_sync_invoice_total_currency ON invoice");
    schema.dropObject("lockstep_sync_invoice_total_currency",
        "DROP FUNCTION lockstep_sync_invoice_total_currency()");
    schema.dropIndex("invoice_total_currency_idx");
    schema.dropColumn("invoice", "total_currency");
    schema.renameColumn("invoice", "lockstep_new_total_currency", "total_currency");
    schema.setNotNull("invoice", "total_currency");
    schema.dropConstraint("invoice", "lockstep_not_null_total_currency");
    schema.setDefault("invoice", "total_currency", "'EUR'");
    schema.restoreExtras("invoice", "total_currency");
  }
}

== sql up ==
ALTER TABLE "public"."invoice" ALTER COLUMN "total_currency" TYPE varchar(8);
ALTER TABLE "public"."reminder" ALTER COLUMN "fee_currency" TYPE varchar(8);
ALTER TABLE "public"."invoice" ADD CONSTRAINT "invoice_total_cents_check1" CHECK (total_cents < 100000000) NOT VALID;
ANALYZE "public"."invoice" ("total_currency");
ANALYZE "public"."reminder" ("fee_currency");
ALTER TABLE "public"."invoice" VALIDATE CONSTRAINT "invoice_total_cents_check1";
ALTER TABLE "public"."reminder" ADD CONSTRAINT "reminder_fee_check1" CHECK (fee < 100000000) NOT VALID;
ALTER TABLE "public"."reminder" VALIDATE CONSTRAINT "reminder_fee_check1";
CREATE INDEX CONCURRENTLY "invoice_total_currency_idx" ON "public"."invoice" ("total_currency");
CREATE INDEX CONCURRENTLY "reminder_fee_currency_idx" ON "public"."reminder" ("fee_currency");

== sql down ==
ALTER TABLE "public"."reminder" DROP CONSTRAINT "reminder_fee_check1";
ALTER TABLE "public"."invoice" DROP CONSTRAINT "invoice_total_cents_check1";
LOCK TABLE "public"."reminder" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."reminder" ADD COLUMN "lockstep_new_fee_currency" varchar(3);
-- keep extras: "reminder" ("fee_currency", "fee_currency"), "reminder_fee_currency_idx"
CREATE FUNCTION lockstep_sync_reminder_fee_currency() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_fee_currency" := NEW."fee_currency";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_reminder_fee_currency BEFORE INSERT OR UPDATE ON reminder FOR EACH ROW EXECUTE FUNCTION lockstep_sync_reminder_fee_currency();
UPDATE "public"."reminder" SET "lockstep_new_fee_currency" = (fee_currency) WHERE "lockstep_new_fee_currency" IS NULL;
ALTER TABLE "public"."reminder" ADD CONSTRAINT "lockstep_not_null_fee_currency" CHECK (lockstep_new_fee_currency IS NOT NULL) NOT VALID;
ALTER TABLE "public"."reminder" VALIDATE CONSTRAINT "lockstep_not_null_fee_currency";
ANALYZE "public"."reminder" ("lockstep_new_fee_currency");
LOCK TABLE "public"."reminder" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "reminder" ("fee_currency", "fee_currency"), "reminder_fee_currency_idx"
DROP TRIGGER zz_lockstep_sync_reminder_fee_currency ON reminder;
DROP FUNCTION lockstep_sync_reminder_fee_currency();
DROP INDEX "public"."reminder_fee_currency_idx";
ALTER TABLE "public"."reminder" DROP COLUMN "fee_currency";
ALTER TABLE "public"."reminder" RENAME COLUMN "lockstep_new_fee_currency" TO "fee_currency";
ALTER TABLE "public"."reminder" ALTER COLUMN "fee_currency" SET NOT NULL;
ALTER TABLE "public"."reminder" DROP CONSTRAINT "lockstep_not_null_fee_currency";
ALTER TABLE "public"."reminder" ALTER COLUMN "fee_currency" SET DEFAULT 'EUR';
-- restore extras: "reminder" ("fee_currency")
LOCK TABLE "public"."invoice" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."invoice" ADD COLUMN "lockstep_new_total_currency" varchar(3);
-- keep extras: "invoice" ("total_currency", "total_currency"), "invoice_total_currency_idx"
CREATE FUNCTION lockstep_sync_invoice_total_currency() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_total_currency" := NEW."total_currency";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_invoice_total_currency BEFORE INSERT OR UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION lockstep_sync_invoice_total_currency();
UPDATE "public"."invoice" SET "lockstep_new_total_currency" = (total_currency) WHERE "lockstep_new_total_currency" IS NULL;
ALTER TABLE "public"."invoice" ADD CONSTRAINT "lockstep_not_null_total_currency" CHECK (lockstep_new_total_currency IS NOT NULL) NOT VALID;
ALTER TABLE "public"."invoice" VALIDATE CONSTRAINT "lockstep_not_null_total_currency";
ANALYZE "public"."invoice" ("lockstep_new_total_currency");
LOCK TABLE "public"."invoice" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "invoice" ("total_currency", "total_currency"), "invoice_total_currency_idx"
DROP TRIGGER zz_lockstep_sync_invoice_total_currency ON invoice;
DROP FUNCTION lockstep_sync_invoice_total_currency();
DROP INDEX "public"."invoice_total_currency_idx";
ALTER TABLE "public"."invoice" DROP COLUMN "total_currency";
ALTER TABLE "public"."invoice" RENAME COLUMN "lockstep_new_total_currency" TO "total_currency";
ALTER TABLE "public"."invoice" ALTER COLUMN "total_currency" SET NOT NULL;
ALTER TABLE "public"."invoice" DROP CONSTRAINT "lockstep_not_null_total_currency";
ALTER TABLE "public"."invoice" ALTER COLUMN "total_currency" SET DEFAULT 'EUR';
-- restore extras: "invoice" ("total_currency")

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_PayInAnotherCurrency"
    ],
    "tables": [
...
          {
            "name": "total_currency",
-           "type": "varchar(3)",
+           "type": "varchar(8)",
            "notNull": true,
            "default": "'EUR'"
...
            "kind": "check",
            "expression": "total_cents >= 0"
+         },
+         {
+           "name": "invoice_total_cents_check1",
+           "kind": "check",
+           "expression": "total_cents < 100000000"
          }
+       ],
+       "indexes": [
+         {
+           "name": "invoice_total_currency_idx",
+           "elements": [ "total_currency" ]
+         }
        ]
      },
...
          {
            "name": "fee_currency",
-           "type": "varchar(3)",
+           "type": "varchar(8)",
            "notNull": true,
            "default": "'EUR'"
...
          },
          {
+           "name": "reminder_fee_check1",
+           "kind": "check",
+           "expression": "fee < 100000000"
+         },
+         {
            "name": "reminder_year_number_fkey",
            "kind": "foreign key",
...
            "referencedColumns": [ "key_year", "key_number" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "reminder_fee_currency_idx",
+           "elements": [ "fee_currency" ]
+         }
        ]
      }

== rows after ==
SELECT * FROM invoice;
2024 | 1 | 1000 | EUR

SELECT * FROM reminder;
2024 | 1 | 5 | EUR
