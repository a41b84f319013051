Say where parcels are

An @EnumType is created before the column that uses it. The rows that exist get the default.

== before ==
-- Parcel.java
@Table class Parcel { @Id long id; }

== after ==
-- Parcel.java
@Table class Parcel {
  @Id long id;
  @Column(nullable = false, defaultValue = "'WAITING'") ParcelState state;
  List<ParcelState> history;
}
-- ParcelState.java
@EnumType(comment = "Where a parcel is")
enum ParcelState { WAITING, @EnumValue("on the road") SENT, DELIVERED }

== rows ==
INSERT INTO parcel VALUES (1), (2);

== messages ==
Parcel.java:4: error: [lockstep:ColumnAdded] column "history" of table "parcel" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add history to parcel"
Parcel.java:3: error: [lockstep:ColumnAdded] column "state" of table "parcel" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add state to parcel"
ParcelState.java:2: error: [lockstep:EnumAdded] enum "parcel_state" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create enum parcel_state"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.array;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Say where parcels are")
public final class M0002_SayWhereParcelsAre implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createEnum("parcel_state", "WAITING", "on the road", "DELIVERED");
    schema.addColumn("parcel",
        column("state", type("parcel_state")).notNull().defaultValue("'WAITING'"));
    schema.addColumn("parcel", column("history", array(type("parcel_state"))));
    schema.commentOnEnum("parcel_state", "Where a parcel is");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.commentOnEnum("parcel_state", "");
    schema.dropColumn("parcel", "history");
    schema.dropColumn("parcel", "state");
    schema.dropEnum("parcel_state");
  }
}

== sql up ==
CREATE TYPE "public"."parcel_state" AS ENUM ('WAITING', 'on the road', 'DELIVERED');
ALTER TABLE "public"."parcel" ADD COLUMN "state" parcel_state NOT NULL DEFAULT 'WAITING';
ALTER TABLE "public"."parcel" ADD COLUMN "history" parcel_state[];
COMMENT ON TYPE "public"."parcel_state" IS 'Where a parcel is';

== sql down ==
COMMENT ON TYPE "public"."parcel_state" IS NULL;
ALTER TABLE "public"."parcel" DROP COLUMN "history";
ALTER TABLE "public"."parcel" DROP COLUMN "state";
DROP TYPE "public"."parcel_state";

== snapshot ==
  {
-   "format": 1,
+   "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_SayWhereParcelsAre"
    ],
+   "enums": [
+     {
+       "name": "parcel_state",
+       "class": "shop.ParcelState",
+       "comment": "Where a parcel is",
+       "values": [
+         "WAITING",
+         "on the road",
+         "DELIVERED"
+       ]
+     }
+   ],
    "tables": [
      {
...
            "type": "bigint",
            "notNull": true
+         },
+         {
+           "name": "state",
+           "type": "parcel_state",
+           "notNull": true,
+           "default": "'WAITING'"
+         },
+         {
+           "name": "history",
+           "type": "parcel_state[]"
          }
        ],

== rows after ==
SELECT * FROM parcel ORDER BY id;
1 | WAITING | null
2 | WAITING | null
