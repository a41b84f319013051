Begin as drafts

PostgreSQL does not let the migration that adds a value use it, here as a default. So the type is made
anew, which rewrites its tables; or the value is added first, and used by the next migration.

== before ==
-- Ticket.java
@Table class Ticket { @Id long id; @Column(nullable = false, defaultValue = "'OPEN'") TicketState state; }
-- TicketState.java
@EnumType enum TicketState { OPEN, CLOSED }

== after ==
-- Ticket.java
@Table class Ticket { @Id long id; @Column(nullable = false, defaultValue = "'DRAFT'") TicketState state; }
-- TicketState.java
@EnumType enum TicketState { DRAFT, OPEN, CLOSED }

== options ==
lockstep.accept=rewrite

== rows ==
INSERT INTO ticket VALUES (1, 'OPEN'), (2, 'CLOSED');

== messages ==
Ticket.java:1: error: [lockstep:ColumnDefaultChanged] the default of column "state" of table "ticket" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change default of state in ticket"
TicketState.java:1: error: [lockstep:TableRewrite] value "DRAFT" of enum "ticket_state" is new and used at once, which rewrites table "ticket" and locks it meanwhile
      accept: mvn compile -Dlockstep.migrate="Add value DRAFT to enum ticket_state" -Dlockstep.accept=rewrite

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.type;

import dev.lockstep.Accepted;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Begin as drafts")
@Accepted("rewrite:ticket")
public final class M0002_BeginAsDrafts implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameEnum("ticket_state", "lockstep_old_ticket_state");
    schema.createEnum("ticket_state", "DRAFT", "OPEN", "CLOSED");
    schema.dropDefault("ticket", "state");
    schema.alterColumnType("ticket", "state", type("ticket_state"), "state::text::ticket_state");
    schema.setDefault("ticket", "state", "'DRAFT'");
    schema.dropEnum("lockstep_old_ticket_state");
    schema.analyze("ticket", "state");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.createEnum("lockstep_old_ticket_state", "OPEN", "CLOSED");
    schema.dropDefault("ticket", "state");
    schema.alterColumnType("ticket", "state",
        type("lockstep_old_ticket_state"), "state::text::lockstep_old_ticket_state");
    schema.setDefault("ticket", "state", "'OPEN'");
    schema.dropEnum("ticket_state");
    schema.renameEnum("lockstep_old_ticket_state", "ticket_state");
    schema.analyze("ticket", "state");
  }
}

== sql up ==
ALTER TYPE "public"."ticket_state" RENAME TO "lockstep_old_ticket_state";
CREATE TYPE "public"."ticket_state" AS ENUM ('DRAFT', 'OPEN', 'CLOSED');
ALTER TABLE "public"."ticket" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "public"."ticket" ALTER COLUMN "state" TYPE ticket_state USING state::text::ticket_state;
ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'DRAFT';
DROP TYPE "public"."lockstep_old_ticket_state";
ANALYZE "public"."ticket" ("state");

== sql down ==
CREATE TYPE "public"."lockstep_old_ticket_state" AS ENUM ('OPEN', 'CLOSED');
ALTER TABLE "public"."ticket" ALTER COLUMN "state" DROP DEFAULT;
ALTER TABLE "public"."ticket" ALTER COLUMN "state" TYPE lockstep_old_ticket_state USING state::text::lockstep_old_ticket_state;
ALTER TABLE "public"."ticket" ALTER COLUMN "state" SET DEFAULT 'OPEN';
DROP TYPE "public"."ticket_state";
ALTER TYPE "public"."lockstep_old_ticket_state" RENAME TO "ticket_state";
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
          }
        ],
