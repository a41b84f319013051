Begin as drafts

PostgreSQL does not let the transaction that adds a value use it, here as a default of an old and of a
new column. So that transaction ends first.

== before ==
-- Ticket.java
@Table class Ticket { @Id long id; @Column(nullable = false, defaultValue = "'OPEN'") TicketState state; }
-- TicketState.java
@EnumType enum TicketState { OPEN, CLOSED }

== after ==
-- Ticket.java
@Table class Ticket { @Id long id; @Column(nullable = false, defaultValue = "'DRAFT'") TicketState state; @Column(nullable = false, defaultValue = "'DRAFT'") TicketState next; }
-- TicketState.java
@EnumType enum TicketState { DRAFT, OPEN, CLOSED }

== rows ==
INSERT INTO ticket VALUES (1, 'OPEN'), (2, 'CLOSED');

== messages ==
Ticket.java:1: error: [lockstep:ColumnAdded] column "next" of table "ticket" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add next to ticket"
Ticket.java:1: error: [lockstep:ColumnDefaultChanged] the default of column "state" of table "ticket" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change default of state in ticket"
TicketState.java:1: error: [lockstep:EnumValueAdded] value "DRAFT" of enum "ticket_state" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add value DRAFT to enum ticket_state"

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Begin as drafts")
public final class M0002_BeginAsDrafts implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addEnumValueBefore("ticket_state", "DRAFT", "OPEN");
    schema.addColumn("ticket",
        column("next", type("ticket_state")).notNull().defaultValue("'DRAFT'"));
    schema.setDefault("ticket", "state", "'DRAFT'");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.setDefault("ticket", "state", "'OPEN'");
    schema.dropColumn("ticket", "next");
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
ALTER TYPE "public"."ticket_state" ADD VALUE 'DRAFT' BEFORE 'OPEN';
ALTER TABLE "public"."ticket" ADD COLUMN "next" ticket_state NOT NULL DEFAULT 'DRAFT';
ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'DRAFT';

== sql down ==
ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'OPEN';
ALTER TABLE "public"."ticket" DROP COLUMN "next";
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
+     "M0002_BeginAsDrafts"
    ],
    "enums": [
...
        "class": "shop.TicketState",
        "values": [
+         "DRAFT",
          "OPEN",
          "CLOSED"
...
            "type": "ticket_state",
            "notNull": true,
-           "default": "'OPEN'"
+           "default": "'DRAFT'"
+         },
+         {
+           "name": "next",
+           "type": "ticket_state",
+           "notNull": true,
+           "default": "'DRAFT'"
          }
        ],
