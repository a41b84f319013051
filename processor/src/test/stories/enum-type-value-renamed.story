Ship instead of send

With renamedFrom a value changes its name, in every row at once; PostgreSQL follows in the default and the
index, so that the new name there is no change. The view is made anew, since its query says the new name.

== before ==
-- Parcel.java
@Index(columns = "id", where = "state = 'SENT'")
@Table class Parcel {
  @Id long id;
  @Column(nullable = false, defaultValue = "'SENT'") ParcelState state;
}
-- ParcelState.java
@EnumType enum ParcelState { WAITING, SENT }
-- Underway.java
@View(query = "SELECT id FROM parcel WHERE state = 'SENT'")
record Underway(long id) {}

== after ==
-- Parcel.java
@Index(columns = "id", where = "state = 'shipped'")
@Table class Parcel {
  @Id long id;
  @Column(nullable = false, defaultValue = "'shipped'") ParcelState state;
}
-- ParcelState.java
@EnumType enum ParcelState { WAITING, @EnumValue(value = "shipped", renamedFrom = "SENT") SHIPPED }
-- Underway.java
@View(query = "SELECT id FROM parcel WHERE state = 'shipped'")
record Underway(long id) {}

== rows ==
INSERT INTO parcel VALUES (1, 'SENT'), (2, 'WAITING');

== messages ==
ParcelState.java:1: error: [lockstep:EnumValueRenamed] value "SENT" of enum "parcel_state" is named "shipped" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename value SENT of enum parcel_state to shipped"
Underway.java:2: error: [lockstep:ViewChanged] view "underway" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change view underway"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Ship instead of send", phase = CONTRACT)
public final class M0002_ShipInsteadOfSend implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropView("underway");
    schema.renameEnumValue("parcel_state", "SENT", "shipped");
    schema.createView("underway", "SELECT id FROM parcel WHERE state = 'shipped'");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropView("underway");
    schema.renameEnumValue("parcel_state", "shipped", "SENT");
    schema.createView("underway", "SELECT id FROM parcel WHERE state = 'SENT'");
  }
}

== sql up ==
DROP VIEW "public"."underway";
ALTER TYPE "public"."parcel_state" RENAME VALUE 'SENT' TO 'shipped';
CREATE VIEW "public"."underway" AS
SELECT id FROM parcel WHERE state = 'shipped';

== sql down ==
DROP VIEW "public"."underway";
ALTER TYPE "public"."parcel_state" RENAME VALUE 'shipped' TO 'SENT';
CREATE VIEW "public"."underway" AS
SELECT id FROM parcel WHERE state = 'SENT';

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_ShipInsteadOfSend"
    ],
    "enums": [
...
        "values": [
          "WAITING",
-         "SENT"
+         "shipped"
        ]
      }
...
            "type": "parcel_state",
            "notNull": true,
-           "default": "'SENT'"
+           "default": "'shipped'"
          }
        ],
...
            "name": "parcel_id_idx",
            "elements": [ "id" ],
-           "where": "state = 'SENT'"
+           "where": "state = 'shipped'"
          }
        ]
...
        "name": "underway",
        "class": "shop.Underway",
-       "query": "SELECT id FROM parcel WHERE state = 'SENT'"
+       "query": "SELECT id FROM parcel WHERE state = 'shipped'"
      }
    ]

== messages after ==
ParcelState.java:1: warning: [lockstep:RenameDone] renamedFrom = "SENT" of value "shipped" of enum "parcel_state" has done its work and can go

== rows after ==
SELECT * FROM parcel ORDER BY id;
1 | shipped
2 | WAITING

== rows back ==
SELECT * FROM parcel ORDER BY id;
1 | SENT
2 | WAITING
