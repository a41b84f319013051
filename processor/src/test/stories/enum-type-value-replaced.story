Send again what was lost

PostgreSQL cannot remove a value, so the type is made anew, and the rows, an array too, get the
successor. The default, the index and the view of the old type are made again around it.

== before ==
-- Parcel.java
@Index(columns = "id", where = "state <> 'WAITING'", name = "underway_id")
@Index(columns = "state")
@Table class Parcel {
  @Id long id;
  @Column(nullable = false, defaultValue = "'WAITING'") ParcelState state;
  ParcelState[] history;
}
-- ParcelState.java
@EnumType(comment = "Where a parcel is") enum ParcelState { WAITING, LOST, SENT }
-- Underway.java
@View(query = "SELECT id, state FROM parcel WHERE state <> 'WAITING'")
record Underway(long id, ParcelState state) {}

== after ==
-- ParcelState.java
@EnumType(comment = "Where a parcel is", replaced = @ReplacedValue(value = "LOST", by = "SENT"))
enum ParcelState { WAITING, SENT }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO parcel VALUES (1, 'LOST', '{WAITING,LOST}'), (2, 'SENT', NULL), (3, DEFAULT, '{}');

== messages ==
ParcelState.java:2: error: [lockstep:TableRewrite] enum "parcel_state" loses value "LOST", which rewrites table "parcel" and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Replace value LOST of enum parcel_state by SENT" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Send again what was lost", phase = CONTRACT)
@Accepted("rewrite:parcel")
public final class M0002_SendAgainWhatWasLost implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("underway_id");
    schema.dropView("underway");
    schema.renameEnum("parcel_state", "lockstep_old_parcel_state");
    schema.createEnum("parcel_state", "WAITING", "SENT");
    schema.dropDefault("parcel", "state");
    schema.alterColumnType("parcel", "state",
        type("parcel_state"),
        "(CASE state::text WHEN 'LOST' THEN 'SENT' ELSE state::text END)::parcel_state");
    schema.setDefault("parcel", "state", "'WAITING'");
    schema.alterColumnType("parcel", "history",
        array(type("parcel_state")),
        "array_replace(history::text[], 'LOST', 'SENT')::parcel_state[]");
    schema.dropEnum("lockstep_old_parcel_state");
    schema.createView("underway", "SELECT id, state FROM parcel WHERE state <> 'WAITING'");
    schema.analyze("parcel", "state", "history");
    schema.createIndexConcurrently("parcel",
        index("underway_id", "id").where("state <> 'WAITING'"));
    schema.commentOnEnum("parcel_state", "Where a parcel is");
  }

  @Irreversible(what = "parcel.history", reason = "value LOST became SENT")
  @Irreversible(what = "parcel.state", reason = "value LOST became SENT")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.commentOnEnum("parcel_state", "");
    schema.dropView("underway");
    schema.createEnum("lockstep_old_parcel_state", "WAITING", "LOST", "SENT");
    schema.commentOnEnum("lockstep_old_parcel_state", "Where a parcel is");
    schema.dropIndexConcurrently("underway_id");
    // Writes table "parcel" anew: nobody can read or write it meanwhile
    schema.alterColumnType("parcel", "history",
        array(type("lockstep_old_parcel_state")), "history::text::lockstep_old_parcel_state[]");
    schema.dropDefault("parcel", "state");
    // Writes table "parcel" anew: nobody can read or write it meanwhile
    schema.alterColumnType("parcel", "state",
        type("lockstep_old_parcel_state"), "state::text::lockstep_old_parcel_state");
    schema.setDefault("parcel", "state", "'WAITING'");
    schema.dropEnum("parcel_state");
    schema.renameEnum("lockstep_old_parcel_state", "parcel_state");
    schema.createView("underway", "SELECT id, state FROM parcel WHERE state <> 'WAITING'");
    schema.analyze("parcel", "state", "history");
    schema.createIndexConcurrently("parcel",
        index("underway_id", "id").where("state <> 'WAITING'"));
  }
}

== sql up ==
DROP INDEX CONCURRENTLY "public"."underway_id";
DROP VIEW "public"."underway";
ALTER TYPE "public"."parcel_state" RENAME TO "lockstep_old_parcel_state";
CREATE TYPE "public"."parcel_state" AS ENUM ('WAITING', 'SENT');
ALTER TABLE "public"."parcel" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "public"."parcel" ALTER COLUMN "state" TYPE parcel_state USING (CASE state::text WHEN 'LOST' THEN 'SENT' ELSE state::text END)::parcel_state;
ALTER TABLE "public"."parcel" ALTER COLUMN "state" SET DEFAULT 'WAITING';
ALTER TABLE "public"."parcel" ALTER COLUMN "history" TYPE parcel_state[] USING array_replace(history::text[], 'LOST', 'SENT')::parcel_state[];
DROP TYPE "public"."lockstep_old_parcel_state";
CREATE VIEW "public"."underway" AS
SELECT id, state FROM parcel WHERE state <> 'WAITING';
ANALYZE "public"."parcel" ("state", "history");
CREATE INDEX CONCURRENTLY "underway_id" ON "public"."parcel" ("id") WHERE (state <> 'WAITING');
COMMENT ON TYPE "public"."parcel_state" IS 'Where a parcel is';

== sql down ==
COMMENT ON TYPE "public"."parcel_state" IS NULL;
DROP VIEW "public"."underway";
CREATE TYPE "public"."lockstep_old_parcel_state" AS ENUM ('WAITING', 'LOST', 'SENT');
COMMENT ON TYPE "public"."lockstep_old_parcel_state" IS 'Where a parcel is';
DROP INDEX CONCURRENTLY "public"."underway_id";
ALTER TABLE "public"."parcel" ALTER COLUMN "history" TYPE lockstep_old_parcel_state[] USING history::text::lockstep_old_parcel_state[];
ALTER TABLE "public"."parcel" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "public"."parcel" ALTER COLUMN "state" TYPE lockstep_old_parcel_state USING state::text::lockstep_old_parcel_state;
ALTER TABLE "public"."parcel" ALTER COLUMN "state" SET DEFAULT 'WAITING';
DROP TYPE "public"."parcel_state";
ALTER TYPE "public"."lockstep_old_parcel_state" RENAME TO "parcel_state";
CREATE VIEW "public"."underway" AS
SELECT id, state FROM parcel WHERE state <> 'WAITING';
ANALYZE "public"."parcel" ("state", "history");
CREATE INDEX CONCURRENTLY "underway_id" ON "public"."parcel" ("id") WHERE (state <> 'WAITING');

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SendAgainWhatWasLost"
    ],
    "enums": [
...
        "values": [
          "WAITING",
-         "LOST",
          "SENT"
        ]

== messages after ==
ParcelState.java:1: warning: [lockstep:ReplacementDone] the replacement of value "LOST" of enum "parcel_state" has done its work and can go

== rows after ==
SELECT * FROM parcel ORDER BY id;
1 | SENT | {WAITING,SENT}
2 | SENT | null
3 | WAITING | {}

SELECT * FROM underway ORDER BY id;
1 | SENT
2 | SENT

== rows back ==
SELECT * FROM parcel ORDER BY id;
1 | SENT | {WAITING,SENT}
2 | SENT | null
3 | WAITING | {}
