Let tickets wait

A value comes at its place among the constants. The downgrade cannot remove it from the type, so it
makes the type anew, which fails if a row holds the value by then.

== before ==
-- Ticket.java
@Table class Ticket { @Id long id; @Column(nullable = false, defaultValue = "'OPEN'") @Index TicketState state; }
-- TicketState.java
@EnumType enum TicketState { OPEN, CLOSED }

== after ==
-- TicketState.java
@EnumType enum TicketState { OPEN, WAITING, CLOSED, REOPENED }

== rows ==
INSERT INTO ticket VALUES (1, 'OPEN'), (2, 'CLOSED');

== messages ==
TicketState.java:1: error: [lockstep:EnumValueAdded] value "REOPENED" of enum "ticket_state" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add value REOPENED to enum ticket_state"
TicketState.java:1: error: [lockstep:EnumValueAdded] value "WAITING" of enum "ticket_state" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add value WAITING to enum ticket_state"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Let tickets wait")
public final class M0002_LetTicketsWait implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addEnumValueBefore("ticket_state", "WAITING", "CLOSED");
    schema.addEnumValue("ticket_state", "REOPENED");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropDefault("ticket", "state");
    schema.renameEnum("ticket_state", "lockstep_old_ticket_state");
    schema.createEnum("ticket_state", "OPEN", "CLOSED");
    // Writes table "ticket" anew: nobody can read or write it meanwhile
    schema.alterColumnType("ticket", "state", type("ticket_state"), "state::text::ticket_state");
    schema.dropEnum("lockstep_old_ticket_state");
    schema.setDefault("ticket", "state", "'OPEN'");
    schema.analyze("ticket", "state");
  }
}

== sql up ==
ALTER TYPE "public"."ticket_state" ADD VALUE 'WAITING' BEFORE 'CLOSED';
ALTER TYPE "public"."ticket_state" ADD VALUE 'REOPENED';

== sql down ==
ALTER TABLE "public"."ticket" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "public"."ticket_state" RENAME TO "lockstep_old_ticket_state";
CREATE TYPE "public"."ticket_state" AS ENUM ('OPEN', 'CLOSED');
ALTER TABLE "public"."ticket" ALTER COLUMN "state" TYPE ticket_state USING state::text::ticket_state;
DROP TYPE "public"."lockstep_old_ticket_state";
ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'OPEN';
ANALYZE "public"."ticket" ("state");

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_LetTicketsWait"
    ],
    "enums": [
...
        "values": [
          "OPEN",
-         "CLOSED"
+         "WAITING",
+         "CLOSED",
+         "REOPENED"
        ]
      }

== rows after ==
SELECT unnest(enum_range(NULL::ticket_state));
OPEN
WAITING
CLOSED
REOPENED

== rows back ==
SELECT unnest(enum_range(NULL::ticket_state));
OPEN
CLOSED

SELECT * FROM ticket ORDER BY id;
1 | OPEN
2 | CLOSED
