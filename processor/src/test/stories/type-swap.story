Count further while it is in use

A new column is filled beside the old one, gets what is on it, and takes its place; nobody waits for
more than a moment.

== before ==
-- Counter.java
@Table class Counter {
  @Id @Identity Integer id;
  @Column(unique = true, defaultValue = "0") @Check("hits >= 0") @Index int hits;
}

== after ==
-- Counter.java
@Table class Counter {
  @Id @Identity Long id;
  @Column(unique = true, defaultValue = "0") @Check("hits >= 0") @Index long hits;
}

== rows ==
INSERT INTO counter (hits) VALUES (12), (30);

== messages ==
Counter.java:3: error: [lockstep:ColumnTypeChanged] the type of column "hits" of table "counter" changed from integer to bigint, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of hits in counter"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of hits in counter" -Dlockstep.accept=rewrite
Counter.java:2: error: [lockstep:ColumnTypeChanged] the type of column "id" of table "counter" changed from integer to bigint, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change type of id in counter"
      with the table locked, not by a new column: mvn compile -Dlockstep.migrate="Change type of id in counter" -Dlockstep.accept=rewrite
Counter.java:2: warning: [lockstep:ColumnMoves] column "id" of table "counter" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of id in counter" -Dlockstep.accept=rewrite
Counter.java:3: warning: [lockstep:ColumnMoves] column "hits" of table "counter" becomes the last of its table: INSERT without a list of columns fills others
      before it is applied: have every INSERT name its columns, and every SELECT that counts on their order
      not moved, with the table locked: mvn compile -Dlockstep.migrate="Change type of hits in counter" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.check;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.sequence;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Count further while it is in use")
public final class M0002_CountFurtherWhileItIsInUse implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("counter", column("lockstep_new_id", bigint()));
    schema.keepExtras("counter", "id", "id", "counter_pkey");
    schema.createObject("lockstep_sync_counter_id", """
        CREATE FUNCTION lockstep_sync_counter_id() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_id" := NEW."id";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_counter_id()");
    schema.createObject("zz_lockstep_sync_counter_id",
        "CREATE TRIGGER zz_lockstep_sync_counter_id BEFORE INSERT OR UPDATE ON counter FOR "
            + "EACH ROW EXECUTE FUNCTION lockstep_sync_counter_id()",
        "DROP TRIGGER zz_lockstep_sync_counter_id ON counter", "counter",
        "lockstep_sync_counter_id");
    schema.backfill("counter", "lockstep_new_id", "id");
    schema.addConstraintNotValid("counter",
        check("lockstep_not_null_id", "lockstep_new_id IS NOT NULL"));
    schema.validateConstraint("counter", "lockstep_not_null_id");
    schema.createIndexConcurrently("counter",
        uniqueIndex("lockstep_new_counter_pkey", "lockstep_new_id"));
    schema.analyze("counter", "lockstep_new_id");
    schema.lockTable("counter");
    schema.keepExtras("counter", "id", "id", "counter_pkey");
    schema.dropObject("zz_lockstep_sync_counter_id",
        "DROP TRIGGER zz_lockstep_sync_counter_id ON counter");
    schema.dropObject("lockstep_sync_counter_id", "DROP FUNCTION lockstep_sync_counter_id()");
    schema.dropConstraint("counter", "counter_pkey");
    schema.createSequence(sequence("lockstep_counter_counter_id"));
    schema.continueSequence("lockstep_counter_counter_id", "counter", "id");
    schema.dropColumn("counter", "id");
    schema.renameColumn("counter", "lockstep_new_id", "id");
    schema.setNotNull("counter", "id");
    schema.dropConstraint("counter", "lockstep_not_null_id");
    schema.addConstraintUsingIndex("counter",
        primaryKey("counter_pkey", "id"), "lockstep_new_counter_pkey");
    schema.addIdentity("counter", "id");
    schema.continueIdentity("counter", "id", "lockstep_counter_counter_id");
    schema.dropSequence("lockstep_counter_counter_id");
    schema.restoreExtras("counter", "id");
    schema.lockTable("counter");
    schema.addColumn("counter", column("lockstep_new_hits", bigint()));
    schema.keepExtras("counter", "hits", "hits", "counter_hits_check", "counter_hits_idx",
        "counter_hits_key");
    schema.createObject("lockstep_sync_counter_hits", """
        CREATE FUNCTION lockstep_sync_counter_hits() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_hits" := NEW."hits";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_counter_hits()");
    schema.createObject("zz_lockstep_sync_counter_hits",
        "CREATE TRIGGER zz_lockstep_sync_counter_hits BEFORE INSERT OR UPDATE ON counter "
            + "FOR EACH ROW EXECUTE FUNCTION lockstep_sync_counter_hits()",
        "DROP TRIGGER zz_lockstep_sync_counter_hits ON counter", "counter",
        "lockstep_sync_counter_hits");
    schema.backfill("counter", "lockstep_new_hits", "hits");
    schema.addConstraintNotValid("counter",
        check("lockstep_new_counter_hits_check", "lockstep_new_hits >= 0"));
    schema.addConstraintNotValid("counter",
        check("lockstep_not_null_hits", "lockstep_new_hits IS NOT NULL"));
    schema.validateConstraint("counter", "lockstep_new_counter_hits_check");
    schema.validateConstraint("counter", "lockstep_not_null_hits");
    schema.createIndexConcurrently("counter",
        index("lockstep_new_counter_hits_idx", "lockstep_new_hits"));
    schema.createIndexConcurrently("counter",
        uniqueIndex("lockstep_new_counter_hits_key", "lockstep_new_hits"));
    schema.analyze("counter", "lockstep_new_hits");
    schema.lockTable("counter");
    schema.keepExtras("counter", "hits", "hits", "counter_hits_check", "counter_hits_idx",
        "counter_hits_key");
    schema.dropObject("zz_lockstep_sync_counter_hits",
        "DROP TRIGGER zz_lockstep_sync_counter_hits ON counter");
    schema.dropObject("lockstep_sync_counter_hits", "DROP FUNCTION lockstep_sync_counter_hits()");
    schema.dropConstraint("counter", "counter_hits_check");
    schema.dropConstraint("counter", "counter_hits_key");
    schema.dropIndex("counter_hits_idx");
    schema.dropColumn("counter", "hits");
    schema.renameColumn("counter", "lockstep_new_hits", "hits");
    schema.setNotNull("counter", "hits");
    schema.dropConstraint("counter", "lockstep_not_null_hits");
    schema.renameIndex("lockstep_new_counter_hits_idx", "counter_hits_idx");
    schema.addConstraintUsingIndex("counter",
        unique("counter_hits_key", "hits"), "lockstep_new_counter_hits_key");
    schema.renameConstraint("counter", "lockstep_new_counter_hits_check", "counter_hits_check");
    schema.setDefault("counter", "hits", "0");
    schema.restoreExtras("counter", "hits");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.addColumn("counter", column("lockstep_new_hits", integer()));
    schema.keepExtras("counter", "hits", "hits", "counter_hits_check", "counter_hits_idx",
        "counter_hits_key");
    schema.createObject("lockstep_sync_counter_hits", """
        CREATE FUNCTION lockstep_sync_counter_hits() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_hits" := NEW."hits";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_counter_hits()");
    schema.createObject("zz_lockstep_sync_counter_hits",
        "CREATE TRIGGER zz_lockstep_sync_counter_hits BEFORE INSERT OR UPDATE ON counter "
            + "FOR EACH ROW EXECUTE FUNCTION lockstep_sync_counter_hits()",
        "DROP TRIGGER zz_lockstep_sync_counter_hits ON counter", "counter",
        "lockstep_sync_counter_hits");
    schema.backfill("counter", "lockstep_new_hits", "hits");
    schema.addConstraintNotValid("counter",
        check("lockstep_new_counter_hits_check", "lockstep_new_hits >= 0"));
    schema.addConstraintNotValid("counter",
        check("lockstep_not_null_hits", "lockstep_new_hits IS NOT NULL"));
    schema.validateConstraint("counter", "lockstep_new_counter_hits_check");
    schema.validateConstraint("counter", "lockstep_not_null_hits");
    schema.createIndexConcurrently("counter",
        index("lockstep_new_counter_hits_idx", "lockstep_new_hits"));
    schema.createIndexConcurrently("counter",
        uniqueIndex("lockstep_new_counter_hits_key", "lockstep_new_hits"));
    schema.analyze("counter", "lockstep_new_hits");
    schema.lockTable("counter");
    schema.keepExtras("counter", "hits", "hits", "counter_hits_check", "counter_hits_idx",
        "counter_hits_key");
    schema.dropObject("zz_lockstep_sync_counter_hits",
        "DROP TRIGGER zz_lockstep_sync_counter_hits ON counter");
    schema.dropObject("lockstep_sync_counter_hits", "DROP FUNCTION lockstep_sync_counter_hits()");
    schema.dropConstraint("counter", "counter_hits_key");
    schema.dropConstraint("counter", "counter_hits_check");
    schema.dropIndex("counter_hits_idx");
    schema.dropColumn("counter", "hits");
    schema.renameColumn("counter", "lockstep_new_hits", "hits");
    schema.setNotNull("counter", "hits");
    schema.dropConstraint("counter", "lockstep_not_null_hits");
    schema.renameIndex("lockstep_new_counter_hits_idx", "counter_hits_idx");
    schema.addConstraintUsingIndex("counter",
        unique("counter_hits_key", "hits"), "lockstep_new_counter_hits_key");
    schema.renameConstraint("counter", "lockstep_new_counter_hits_check", "counter_hits_check");
    schema.setDefault("counter", "hits", "0");
    schema.restoreExtras("counter", "hits");
    schema.lockTable("counter");
    schema.addColumn("counter", column("lockstep_new_id", integer()));
    schema.keepExtras("counter", "id", "id", "counter_pkey");
    schema.createObject("lockstep_sync_counter_id", """
        CREATE FUNCTION lockstep_sync_counter_id() RETURNS trigger LANGUAGE plpgsql
        SET search_path FROM CURRENT
        SET "TimeZone" FROM CURRENT
        SET "DateStyle" FROM CURRENT
        SET "IntervalStyle" FROM CURRENT
        AS $lockstep$
        BEGIN
          NEW."lockstep_new_id" := NEW."id";
          RETURN NEW;
        END
        $lockstep$""",
        "DROP FUNCTION lockstep_sync_counter_id()");
    schema.createObject("zz_lockstep_sync_counter_id",
        "CREATE TRIGGER zz_lockstep_sync_counter_id BEFORE INSERT OR UPDATE ON counter FOR "
            + "EACH ROW EXECUTE FUNCTION lockstep_sync_counter_id()",
        "DROP TRIGGER zz_lockstep_sync_counter_id ON counter", "counter",
        "lockstep_sync_counter_id");
    schema.backfill("counter", "lockstep_new_id", "id");
    schema.addConstraintNotValid("counter",
        check("lockstep_not_null_id", "lockstep_new_id IS NOT NULL"));
    schema.validateConstraint("counter", "lockstep_not_null_id");
    schema.createIndexConcurrently("counter",
        uniqueIndex("lockstep_new_counter_pkey", "lockstep_new_id"));
    schema.analyze("counter", "lockstep_new_id");
    schema.lockTable("counter");
    schema.keepExtras("counter", "id", "id", "counter_pkey");
    schema.dropObject("zz_lockstep_sync_counter_id",
        "DROP TRIGGER zz_lockstep_sync_counter_id ON counter");
    schema.dropObject("lockstep_sync_counter_id", "DROP FUNCTION lockstep_sync_counter_id()");
    schema.dropConstraint("counter", "counter_pkey");
    schema.createSequence(sequence("lockstep_counter_counter_id"));
    schema.continueSequence("lockstep_counter_counter_id", "counter", "id");
    schema.dropColumn("counter", "id");
    schema.renameColumn("counter", "lockstep_new_id", "id");
    schema.setNotNull("counter", "id");
    schema.dropConstraint("counter", "lockstep_not_null_id");
    schema.addConstraintUsingIndex("counter",
        primaryKey("counter_pkey", "id"), "lockstep_new_counter_pkey");
    schema.addIdentity("counter", "id");
    schema.continueIdentity("counter", "id", "lockstep_counter_counter_id");
    schema.dropSequence("lockstep_counter_counter_id");
    schema.restoreExtras("counter", "id");
  }
}

== sql up ==
ALTER TABLE "public"."counter" ADD COLUMN "lockstep_new_id" bigint;
-- keep extras: "counter" ("id", "id"), "counter_pkey"
CREATE FUNCTION lockstep_sync_counter_id() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_id" := NEW."id";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_counter_id BEFORE INSERT OR UPDATE ON counter FOR EACH ROW EXECUTE FUNCTION lockstep_sync_counter_id();
UPDATE "public"."counter" SET "lockstep_new_id" = (id) WHERE "lockstep_new_id" IS NULL;
ALTER TABLE "public"."counter" ADD CONSTRAINT "lockstep_not_null_id" CHECK (lockstep_new_id IS NOT NULL) NOT VALID;
ALTER TABLE "public"."counter" VALIDATE CONSTRAINT "lockstep_not_null_id";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_counter_pkey" ON "public"."counter" ("lockstep_new_id");
ANALYZE "public"."counter" ("lockstep_new_id");
LOCK TABLE "public"."counter" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "counter" ("id", "id"), "counter_pkey"
DROP TRIGGER zz_lockstep_sync_counter_id ON counter;
DROP FUNCTION lockstep_sync_counter_id();
ALTER TABLE "public"."counter" DROP CONSTRAINT "counter_pkey";
CREATE SEQUENCE "public"."lockstep_counter_counter_id";
DO $lockstep$
DECLARE
  origin pg_catalog.regclass := (SELECT d.objid::pg_catalog.regclass FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
      AND d.refclassid = d.classid AND d.refobjid = '"public"."counter"'::pg_catalog.regclass AND a.attname = 'id');
  successor pg_catalog.regclass := '"public"."lockstep_counter_counter_id"';
  counter record;
BEGIN
  EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
  PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
      CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
        ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
END
$lockstep$;
ALTER TABLE "public"."counter" DROP COLUMN "id";
ALTER TABLE "public"."counter" RENAME COLUMN "lockstep_new_id" TO "id";
ALTER TABLE "public"."counter" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "public"."counter" DROP CONSTRAINT "lockstep_not_null_id";
ALTER TABLE "public"."counter" ADD CONSTRAINT "counter_pkey" PRIMARY KEY USING INDEX "lockstep_new_counter_pkey";
ALTER TABLE "public"."counter" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;
DO $lockstep$
DECLARE
  origin pg_catalog.regclass := '"public"."lockstep_counter_counter_id"';
  successor pg_catalog.regclass := (SELECT d.objid::pg_catalog.regclass FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
      AND d.refclassid = d.classid AND d.refobjid = '"public"."counter"'::pg_catalog.regclass AND a.attname = 'id');
  counter record;
BEGIN
  EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
  PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
      CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
        ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
END
$lockstep$;
DROP SEQUENCE "public"."lockstep_counter_counter_id";
-- restore extras: "counter" ("id")
LOCK TABLE "public"."counter" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."counter" ADD COLUMN "lockstep_new_hits" bigint;
-- keep extras: "counter" ("hits", "hits"), "counter_hits_check", "counter_hits_idx", "counter_hits_key"
CREATE FUNCTION lockstep_sync_counter_hits() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_hits" := NEW."hits";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_counter_hits BEFORE INSERT OR UPDATE ON counter FOR EACH ROW EXECUTE FUNCTION lockstep_sync_counter_hits();
UPDATE "public"."counter" SET "lockstep_new_hits" = (hits) WHERE "lockstep_new_hits" IS NULL;
ALTER TABLE "public"."counter" ADD CONSTRAINT "lockstep_new_counter_hits_check" CHECK (lockstep_new_hits >= 0) NOT VALID;
ALTER TABLE "public"."counter" ADD CONSTRAINT "lockstep_not_null_hits" CHECK (lockstep_new_hits IS NOT NULL) NOT VALID;
ALTER TABLE "public"."counter" VALIDATE CONSTRAINT "lockstep_new_counter_hits_check";
ALTER TABLE "public"."counter" VALIDATE CONSTRAINT "lockstep_not_null_hits";
CREATE INDEX CONCURRENTLY "lockstep_new_counter_hits_idx" ON "public"."counter" ("lockstep_new_hits");
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_counter_hits_key" ON "public"."counter" ("lockstep_new_hits");
ANALYZE "public"."counter" ("lockstep_new_hits");
LOCK TABLE "public"."counter" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "counter" ("hits", "hits"), "counter_hits_check", "counter_hits_idx", "counter_hits_key"
DROP TRIGGER zz_lockstep_sync_counter_hits ON counter;
DROP FUNCTION lockstep_sync_counter_hits();
ALTER TABLE "public"."counter" DROP CONSTRAINT "counter_hits_check";
ALTER TABLE "public"."counter" DROP CONSTRAINT "counter_hits_key";
DROP INDEX "public"."counter_hits_idx";
ALTER TABLE "public"."counter" DROP COLUMN "hits";
ALTER TABLE "public"."counter" RENAME COLUMN "lockstep_new_hits" TO "hits";
ALTER TABLE "public"."counter" ALTER COLUMN "hits" SET NOT NULL;
ALTER TABLE "public"."counter" DROP CONSTRAINT "lockstep_not_null_hits";
ALTER INDEX "public"."lockstep_new_counter_hits_idx" RENAME TO "counter_hits_idx";
ALTER TABLE "public"."counter" ADD CONSTRAINT "counter_hits_key" UNIQUE USING INDEX "lockstep_new_counter_hits_key";
ALTER TABLE "public"."counter" RENAME CONSTRAINT "lockstep_new_counter_hits_check" TO "counter_hits_check";
ALTER TABLE "public"."counter" ALTER COLUMN "hits" SET DEFAULT 0;
-- restore extras: "counter" ("hits")

== sql down ==
ALTER TABLE "public"."counter" ADD COLUMN "lockstep_new_hits" integer;
-- keep extras: "counter" ("hits", "hits"), "counter_hits_check", "counter_hits_idx", "counter_hits_key"
CREATE FUNCTION lockstep_sync_counter_hits() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_hits" := NEW."hits";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_counter_hits BEFORE INSERT OR UPDATE ON counter FOR EACH ROW EXECUTE FUNCTION lockstep_sync_counter_hits();
UPDATE "public"."counter" SET "lockstep_new_hits" = (hits) WHERE "lockstep_new_hits" IS NULL;
ALTER TABLE "public"."counter" ADD CONSTRAINT "lockstep_new_counter_hits_check" CHECK (lockstep_new_hits >= 0) NOT VALID;
ALTER TABLE "public"."counter" ADD CONSTRAINT "lockstep_not_null_hits" CHECK (lockstep_new_hits IS NOT NULL) NOT VALID;
ALTER TABLE "public"."counter" VALIDATE CONSTRAINT "lockstep_new_counter_hits_check";
ALTER TABLE "public"."counter" VALIDATE CONSTRAINT "lockstep_not_null_hits";
CREATE INDEX CONCURRENTLY "lockstep_new_counter_hits_idx" ON "public"."counter" ("lockstep_new_hits");
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_counter_hits_key" ON "public"."counter" ("lockstep_new_hits");
ANALYZE "public"."counter" ("lockstep_new_hits");
LOCK TABLE "public"."counter" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "counter" ("hits", "hits"), "counter_hits_check", "counter_hits_idx", "counter_hits_key"
DROP TRIGGER zz_lockstep_sync_counter_hits ON counter;
DROP FUNCTION lockstep_sync_counter_hits();
ALTER TABLE "public"."counter" DROP CONSTRAINT "counter_hits_key";
ALTER TABLE "public"."counter" DROP CONSTRAINT "counter_hits_check";
DROP INDEX "public"."counter_hits_idx";
ALTER TABLE "public"."counter" DROP COLUMN "hits";
ALTER TABLE "public"."counter" RENAME COLUMN "lockstep_new_hits" TO "hits";
ALTER TABLE "public"."counter" ALTER COLUMN "hits" SET NOT NULL;
ALTER TABLE "public"."counter" DROP CONSTRAINT "lockstep_not_null_hits";
ALTER INDEX "public"."lockstep_new_counter_hits_idx" RENAME TO "counter_hits_idx";
ALTER TABLE "public"."counter" ADD CONSTRAINT "counter_hits_key" UNIQUE USING INDEX "lockstep_new_counter_hits_key";
ALTER TABLE "public"."counter" RENAME CONSTRAINT "lockstep_new_counter_hits_check" TO "counter_hits_check";
ALTER TABLE "public"."counter" ALTER COLUMN "hits" SET DEFAULT 0;
-- restore extras: "counter" ("hits")
LOCK TABLE "public"."counter" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."counter" ADD COLUMN "lockstep_new_id" integer;
-- keep extras: "counter" ("id", "id"), "counter_pkey"
CREATE FUNCTION lockstep_sync_counter_id() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT
SET "TimeZone" FROM CURRENT
SET "DateStyle" FROM CURRENT
SET "IntervalStyle" FROM CURRENT
AS $lockstep$
BEGIN
  NEW."lockstep_new_id" := NEW."id";
  RETURN NEW;
END
$lockstep$;
CREATE TRIGGER zz_lockstep_sync_counter_id BEFORE INSERT OR UPDATE ON counter FOR EACH ROW EXECUTE FUNCTION lockstep_sync_counter_id();
UPDATE "public"."counter" SET "lockstep_new_id" = (id) WHERE "lockstep_new_id" IS NULL;
ALTER TABLE "public"."counter" ADD CONSTRAINT "lockstep_not_null_id" CHECK (lockstep_new_id IS NOT NULL) NOT VALID;
ALTER TABLE "public"."counter" VALIDATE CONSTRAINT "lockstep_not_null_id";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_counter_pkey" ON "public"."counter" ("lockstep_new_id");
ANALYZE "public"."counter" ("lockstep_new_id");
LOCK TABLE "public"."counter" IN ACCESS EXCLUSIVE MODE;
-- keep extras: "counter" ("id", "id"), "counter_pkey"
DROP TRIGGER zz_lockstep_sync_counter_id ON counter;
DROP FUNCTION lockstep_sync_counter_id();
ALTER TABLE "public"."counter" DROP CONSTRAINT "counter_pkey";
CREATE SEQUENCE "public"."lockstep_counter_counter_id";
DO $lockstep$
DECLARE
  origin pg_catalog.regclass := (SELECT d.objid::pg_catalog.regclass FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
      AND d.refclassid = d.classid AND d.refobjid = '"public"."counter"'::pg_catalog.regclass AND a.attname = 'id');
  successor pg_catalog.regclass := '"public"."lockstep_counter_counter_id"';
  counter record;
BEGIN
  EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
  PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
      CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
        ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
END
$lockstep$;
ALTER TABLE "public"."counter" DROP COLUMN "id";
ALTER TABLE "public"."counter" RENAME COLUMN "lockstep_new_id" TO "id";
ALTER TABLE "public"."counter" ALTER COLUMN "id" SET NOT NULL;
ALTER TABLE "public"."counter" DROP CONSTRAINT "lockstep_not_null_id";
ALTER TABLE "public"."counter" ADD CONSTRAINT "counter_pkey" PRIMARY KEY USING INDEX "lockstep_new_counter_pkey";
ALTER TABLE "public"."counter" ALTER COLUMN "id" ADD GENERATED BY DEFAULT AS IDENTITY;
DO $lockstep$
DECLARE
  origin pg_catalog.regclass := '"public"."lockstep_counter_counter_id"';
  successor pg_catalog.regclass := (SELECT d.objid::pg_catalog.regclass FROM pg_catalog.pg_depend AS d
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype = 'i'
      AND d.refclassid = d.classid AND d.refobjid = '"public"."counter"'::pg_catalog.regclass AND a.attname = 'id');
  counter record;
BEGIN
  EXECUTE pg_catalog.format('SELECT c.last_value, c.is_called, s.seqstart FROM %s AS c
    JOIN pg_catalog.pg_sequence AS s ON s.seqrelid = c.tableoid', origin) INTO counter;
  PERFORM pg_catalog.setval(s.seqrelid::pg_catalog.regclass, LEAST(GREATEST(counter.last_value, s.seqmin), s.seqmax),
      CASE WHEN counter.last_value BETWEEN s.seqmin AND s.seqmax THEN counter.is_called
        ELSE (counter.last_value > s.seqmax) = (s.seqincrement > 0) END)
    FROM pg_catalog.pg_sequence AS s
    WHERE s.seqrelid = successor AND (counter.is_called OR counter.last_value <> counter.seqstart);
END
$lockstep$;
DROP SEQUENCE "public"."lockstep_counter_counter_id";
-- restore extras: "counter" ("id")

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_CountFurtherWhileItIsInUse"
    ],
    "tables": [
...
          {
            "name": "id",
-           "type": "integer",
+           "type": "bigint",
            "notNull": true,
            "identity": { }
...
          {
            "name": "hits",
-           "type": "integer",
+           "type": "bigint",
            "notNull": true,
            "default": "0"
