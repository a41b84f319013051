Key seats by hall

A primary key gets another column, which is added in the same migration; the foreign key that needed
the old one follows.

== before ==
-- Seat.java
@Table class Seat { @Id int row; @Id int number; }

== after ==
-- Seat.java
@Table class Seat {
  @Id @Column(defaultValue = "1") int hall;
  @Id int row;
  @Id int number;
}
-- Ticket.java
@ForeignKey(columns = {"hall", "row", "number"}, references = Seat.class, onDelete = ReferentialAction.CASCADE)
@Table class Ticket { @Id long id; int hall; int row; int number; }

== rows ==
INSERT INTO seat VALUES (1, 1), (1, 2);

== messages ==
Seat.java:2: error: [lockstep:ColumnAdded] column "hall" of table "seat" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add hall to seat"
Seat.java:2: error: [lockstep:ConstraintChanged] primary key "seat_pkey" of table "seat" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change primary key of seat"
Ticket.java:2: error: [lockstep:TableAdded] table "ticket" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create table ticket"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.foreignKey;
import static dev.lockstep.SchemaElements.integer;
import static dev.lockstep.SchemaElements.primaryKey;
import static dev.lockstep.SchemaElements.uniqueIndex;
import static dev.lockstep.schema.ReferentialAction.CASCADE;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Key seats by hall", phase = CONTRACT)
public final class M0002_KeySeatsByHall implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createTable("ticket",
        column("id", bigint()).notNull(),
        column("hall", integer()).notNull(),
        column("row", integer()).notNull(),
        column("number", integer()).notNull(),
        primaryKey("ticket_pkey", "id"));

    schema.addColumn("seat", column("hall", integer()).notNull().defaultValue("1"));
    schema.createIndexConcurrently("seat",
        uniqueIndex("lockstep_new_seat_pkey", "hall", "row", "number"));
    schema.dropConstraint("seat", "seat_pkey");
    schema.addConstraintUsingIndex("seat",
        primaryKey("seat_pkey", "hall", "row", "number"), "lockstep_new_seat_pkey");
    schema.lockWrites("seat");
    schema.addConstraint("ticket",
        foreignKey("ticket_hall_row_number_fkey", "hall", "row", "number")
            .references("seat", "hall", "row", "number")
            .onDelete(CASCADE));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.lockTable("seat");
    schema.lockTable("ticket");
    schema.dropConstraint("ticket", "ticket_hall_row_number_fkey");
    schema.dropTable("ticket");
    schema.createIndexConcurrently("seat", uniqueIndex("lockstep_new_seat_pkey", "row", "number"));
    schema.dropConstraint("seat", "seat_pkey");
    schema.addConstraintUsingIndex("seat",
        primaryKey("seat_pkey", "row", "number"), "lockstep_new_seat_pkey");
    schema.dropColumn("seat", "hall");
  }
}

== sql up ==
CREATE TABLE "public"."ticket" (
  "id" bigint NOT NULL,
  "hall" integer NOT NULL,
  "row" integer NOT NULL,
  "number" integer NOT NULL,
  CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "public"."seat" ADD COLUMN "hall" integer NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_seat_pkey" ON "public"."seat" ("hall", "row", "number");
ALTER TABLE "public"."seat" DROP CONSTRAINT "seat_pkey";
ALTER TABLE "public"."seat" ADD CONSTRAINT "seat_pkey" PRIMARY KEY USING INDEX "lockstep_new_seat_pkey";
LOCK TABLE "public"."seat" IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE "public"."ticket" ADD CONSTRAINT "ticket_hall_row_number_fkey" FOREIGN KEY ("hall", "row", "number") REFERENCES "public"."seat" ("hall", "row", "number") ON DELETE CASCADE;

== sql down ==
LOCK TABLE "public"."seat" IN ACCESS EXCLUSIVE MODE;
LOCK TABLE "public"."ticket" IN ACCESS EXCLUSIVE MODE;
ALTER TABLE "public"."ticket" DROP CONSTRAINT "ticket_hall_row_number_fkey";
DROP TABLE "public"."ticket";
CREATE UNIQUE INDEX CONCURRENTLY "lockstep_new_seat_pkey" ON "public"."seat" ("row", "number");
ALTER TABLE "public"."seat" DROP CONSTRAINT "seat_pkey";
ALTER TABLE "public"."seat" ADD CONSTRAINT "seat_pkey" PRIMARY KEY USING INDEX "lockstep_new_seat_pkey";
ALTER TABLE "public"."seat" DROP COLUMN "hall";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_KeySeatsByHall"
    ],
    "tables": [
...
            "type": "integer",
            "notNull": true
+         },
+         {
+           "name": "hall",
+           "type": "integer",
+           "notNull": true,
+           "default": "1"
          }
        ],
...
            "name": "seat_pkey",
            "kind": "primary key",
-           "columns": [ "row", "number" ]
+           "columns": [ "hall", "row", "number" ]
          }
        ]
+     },
+     {
+       "name": "ticket",
+       "class": "shop.Ticket",
+       "columns": [
+         {
+           "name": "id",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "hall",
+           "type": "integer",
+           "notNull": true
+         },
+         {
+           "name": "row",
+           "type": "integer",
+           "notNull": true
+         },
+         {
+           "name": "number",
+           "type": "integer",
+           "notNull": true
+         }
+       ],
+       "constraints": [
+         {
+           "name": "ticket_hall_row_number_fkey",
+           "kind": "foreign key",
+           "columns": [ "hall", "row", "number" ],
+           "references": "seat",
+           "referencedColumns": [ "hall", "row", "number" ],
+           "onDelete": "cascade"
+         },
+         {
+           "name": "ticket_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         }
+       ]
      }
    ]

== rows after ==
SELECT hall, row, number FROM seat ORDER BY number;
1 | 1 | 1
1 | 1 | 2
