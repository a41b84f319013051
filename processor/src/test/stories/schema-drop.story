Move the log home

A table moves back to the schema of the database. Its old schema is no longer declared, so it is
dropped, as the very last step, unless something else is in it: that is never dropped.

== before ==
-- Audit.java
@Table(schema = "log") class Audit { @Id long id; }
-- Old.java
@Table(schema = "log", name = "old") class Old { @Id long id; }

== after ==
-- Audit.java
@Table(renamedFrom = "audit") class Audit { @Id long id; }
-- Old.java is deleted

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO log.audit VALUES (1);

== messages ==
Audit.java:1: error: [lockstep:TableRenamed] table "log.audit" is in the schema of the database now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table log.audit to audit"
package-info.java:1: error: [lockstep:SchemaRemoved] schema "log" is not declared any more, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Drop schema log"
package-info.java:1: error: [lockstep:TableRemoved] table "log.old" has no class any more; a migration would delete its data
      renamed: put renamedFrom = "old" in the @Table that replaces it
      dropped: mvn compile -Dlockstep.migrate="Drop table log.old" -Dlockstep.accept=data-loss

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;
import static dev.lockstep.SchemaElements.bigint;
import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.primaryKey;

import dev.lockstep.Accepted;
import dev.lockstep.Irreversible;
import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Move the log home", phase = CONTRACT)
@Accepted("data-loss:log.old")
public final class M0002_MoveTheLogHome implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.in("log").dropTable("old");
    schema.in("log").setTableSchema("audit", "");
    schema.dropSchema("log");
  }

  @Irreversible(what = "log.old", reason = "its rows are deleted")
  @Override
  public void downgrade(SchemaEditor schema) {
    schema.createSchema("log");
    schema.setTableSchema("audit", "log");

    schema.in("log").createTable("old",
        column("id", bigint()).notNull(),
        primaryKey("old_pkey", "id"));
  }
}

== sql up ==
DROP TABLE "log"."old";
ALTER TABLE "log"."audit" SET SCHEMA "public";
DO $lockstep$
BEGIN
  DROP SCHEMA IF EXISTS "log";
EXCEPTION WHEN dependent_objects_still_exist THEN
  NULL;
END
$lockstep$;

== sql down ==
DO $lockstep$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'log') THEN
    CREATE SCHEMA "log";
  END IF;
END
$lockstep$;
ALTER TABLE "public"."audit" SET SCHEMA "log";
CREATE TABLE "log"."old" (
  "id" bigint NOT NULL,
  CONSTRAINT "old_pkey" PRIMARY KEY ("id")
);

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
-   ],
-   "namespaces": [
-     "log"
+     "M0002_MoveTheLogHome"
    ],
    "tables": [
      {
        "name": "audit",
-       "schema": "log",
        "class": "shop.Audit",
        "columns": [
...
          }
        ]
-     },
-     {
-       "name": "old",
-       "schema": "log",
-       "class": "shop.Old",
-       "columns": [
-         {
-           "name": "id",
-           "type": "bigint",
-           "notNull": true
-         }
-       ],
-       "constraints": [
-         {
-           "name": "old_pkey",
-           "kind": "primary key",
-           "columns": [ "id" ]
-         }
-       ]
      }
    ]

== messages after ==
Audit.java:1: warning: [lockstep:RenameDone] renamedFrom = "audit" of table "audit" changes nothing and can go

== rows after ==
SELECT * FROM audit;
1
