Name things at will

Names are raw in the model, in the migration and in the snapshot, and quoted in SQL alone.

== before ==
-- Weird.java
@Table("Order \"x\"; DROP TABLE y; --") class Weird {
  @Id long id;
  @Column("select") String select;
}

== after ==
-- Weird.java
@Index(columns = "schön", name = "ind'ex")
@Table("Order \"x\"; DROP TABLE y; --") class Weird {
  @Id long id;
  @Column(value = "WHERE 1=1", renamedFrom = "select") String select;
  @Column(value = "schön", unique = true, comment = "'; DROP TABLE z; --") String nice;
  @Column(value = "back\\slash $1 {0} %s", defaultValue = "'$1'") String odd;
}

== rows ==
INSERT INTO "Order ""x""; DROP TABLE y; --" VALUES (1, 'x');

== messages ==
Weird.java:5: error: [lockstep:ConstraintAdded] unique constraint "Order "x"; DROP TABLE y; --_schön_key" of table "Order "x"; DROP TABLE y; --" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add unique constraint on schön to Order x ; DROP TABLE y; --"
Weird.java:4: error: [lockstep:ColumnRenamed] column "select" of table "Order "x"; DROP TABLE y; --" is named "WHERE 1=1" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename select of Order x ; DROP TABLE y; -- to WHERE 1=1"
Weird.java:6: error: [lockstep:ColumnAdded] column "back\slash $1 {0} %s" of table "Order "x"; DROP TABLE y; --" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add back slash 1 {0} s to Order x ; DROP TABLE y; --"
Weird.java:1: error: [lockstep:IndexAdded] index "ind'ex" of table "Order "x"; DROP TABLE y; --" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add index on schön to Order x ; DROP TABLE y; --"
Weird.java:5: error: [lockstep:ColumnAdded] column "schön" of table "Order "x"; DROP TABLE y; --" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add schön to Order x ; DROP TABLE y; --"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.index;
import static dev.lockstep.SchemaElements.text;
import static dev.lockstep.SchemaElements.unique;
import static dev.lockstep.SchemaElements.uniqueIndex;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Name things at will")
public final class M0002_NameThingsAtWill implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("Order \"x\"; DROP TABLE y; --", column("sch\u00f6n", text()));
    schema.addColumn("Order \"x\"; DROP TABLE y; --",
        column("back\\slash $1 {0} %s", text()).defaultValue("'$1'"));
    schema.createIndexConcurrently("Order \"x\"; DROP TABLE y; --",
        uniqueIndex("Order \"x\"; DROP TABLE y; --_sch\u00f6n_key", "\"sch\u00f6n\""));
    schema.addConstraintUsingIndex("Order \"x\"; DROP TABLE y; --",
        unique("Order \"x\"; DROP TABLE y; --_sch\u00f6n_key", "sch\u00f6n"),
        "Order \"x\"; DROP TABLE y; --_sch\u00f6n_key");
    schema.createIndexConcurrently("Order \"x\"; DROP TABLE y; --",
        index("ind'ex", "\"sch\u00f6n\""));
    schema.commentOnColumn("Order \"x\"; DROP TABLE y; --", "sch\u00f6n", "'; DROP TABLE z; --");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropIndexConcurrently("ind'ex");
    schema.dropConstraint("Order \"x\"; DROP TABLE y; --",
        "Order \"x\"; DROP TABLE y; --_sch\u00f6n_key");
    schema.dropColumn("Order \"x\"; DROP TABLE y; --", "back\\slash $1 {0} %s");
    schema.dropColumn("Order \"x\"; DROP TABLE y; --", "sch\u00f6n");
  }
}

== sql up ==
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" ADD COLUMN "schön" text;
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" ADD COLUMN "back\slash $1 {0} %s" text DEFAULT '$1';
CREATE UNIQUE INDEX CONCURRENTLY "Order ""x""; DROP TABLE y; --_schön_key" ON "public"."Order ""x""; DROP TABLE y; --" ("schön");
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" ADD CONSTRAINT "Order ""x""; DROP TABLE y; --_schön_key" UNIQUE USING INDEX "Order ""x""; DROP TABLE y; --_schön_key";
CREATE INDEX CONCURRENTLY "ind'ex" ON "public"."Order ""x""; DROP TABLE y; --" ("schön");
COMMENT ON COLUMN "public"."Order ""x""; DROP TABLE y; --"."schön" IS '''; DROP TABLE z; --';

== sql down ==
DROP INDEX CONCURRENTLY "public"."ind'ex";
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" DROP CONSTRAINT "Order ""x""; DROP TABLE y; --_schön_key";
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" DROP COLUMN "back\slash $1 {0} %s";
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" DROP COLUMN "schön";

== contract migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0002_NameThingsAtWill", description = "Name things at will (contract)", phase = CONTRACT)
public final class M0003_NameThingsAtWillContract implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("Order \"x\"; DROP TABLE y; --", "select", "WHERE 1=1");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameColumn("Order \"x\"; DROP TABLE y; --", "WHERE 1=1", "select");
  }
}

== contract sql up ==
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" RENAME COLUMN "select" TO "WHERE 1=1";

== contract sql down ==
ALTER TABLE "public"."Order ""x""; DROP TABLE y; --" RENAME COLUMN "WHERE 1=1" TO "select";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0003_NameThingsAtWillContract"
    ],
    "tables": [
...
          },
          {
-           "name": "select",
+           "name": "WHERE 1=1",
            "type": "text"
+         },
+         {
+           "name": "schön",
+           "type": "text",
+           "comment": "'; DROP TABLE z; --"
+         },
+         {
+           "name": "back\\slash $1 {0} %s",
+           "type": "text",
+           "default": "'$1'"
          }
        ],
...
            "kind": "primary key",
            "columns": [ "id" ]
+         },
+         {
+           "name": "Order \"x\"; DROP TABLE y; --_schön_key",
+           "kind": "unique",
+           "columns": [ "schön" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "ind'ex",
+           "elements": [ "\"schön\"" ]
+         }
        ]
      }

== messages after ==
Weird.java:4: warning: [lockstep:RenameDone] renamedFrom = "select" of column "WHERE 1=1" of table "Order "x"; DROP TABLE y; --" has done its work and can go

== rows after ==
SELECT "WHERE 1=1" FROM "Order ""x""; DROP TABLE y; --";
x
