Move audit to its own schema

A table that moves to a schema keeps its rows. The schema is created first, unless it is there
already. A table of the same name that was somewhere else before says so with renamedFrom.

== before ==
-- Audit.java
@Table class Audit {
  @Id @Identity Long id;
  @Index @Column(nullable = false) String what;
}
-- Detail.java
@Table class Detail { @Id long id; @References Audit audit; }

== after ==
-- Audit.java
@Table(schema = "log", renamedFrom = "audit") class Audit {
  @Id @Identity Long id;
  @Index @Column(nullable = false) String what;
}

== rows ==
INSERT INTO audit (what) VALUES ('signed in');
INSERT INTO detail VALUES (1, 1);

== messages ==
package-info.java:1: error: [lockstep:SchemaAdded] schema "log" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Create schema log"
Audit.java:1: error: [lockstep:TableRenamed] table "audit" is in schema "log" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Move table audit to schema log"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Move audit to its own schema", phase = CONTRACT)
public final class M0002_MoveAuditToItsOwnSchema implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.createSchema("log");
    schema.setTableSchema("audit", "log");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.in("log").setTableSchema("audit", "");
    schema.dropSchema("log");
  }
}

== sql up ==
DO $lockstep$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'log') THEN
    CREATE SCHEMA "log";
  END IF;
END
$lockstep$;
ALTER TABLE "public"."audit" SET SCHEMA "log";

== sql down ==
ALTER TABLE "log"."audit" SET SCHEMA "public";
DO $lockstep$
BEGIN
  DROP SCHEMA IF EXISTS "log";
EXCEPTION WHEN dependent_objects_still_exist THEN
  NULL;
END
$lockstep$;

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_MoveAuditToItsOwnSchema"
    ],
+   "namespaces": [
+     "log"
+   ],
    "tables": [
      {
-       "name": "audit",
-       "class": "shop.Audit",
+       "name": "detail",
+       "class": "shop.Detail",
        "columns": [
          {
            "name": "id",
            "type": "bigint",
-           "notNull": true,
-           "identity": { }
+           "notNull": true
          },
          {
-           "name": "what",
-           "type": "text",
-           "notNull": true
+           "name": "audit_id",
+           "type": "bigint"
          }
        ],
        "constraints": [
          {
-           "name": "audit_pkey",
+           "name": "detail_audit_id_fkey",
+           "kind": "foreign key",
+           "columns": [ "audit_id" ],
+           "references": "audit",
+           "referencesIn": "log",
+           "referencedColumns": [ "id" ]
+         },
+         {
+           "name": "detail_pkey",
            "kind": "primary key",
            "columns": [ "id" ]
          }
-       ],
-       "indexes": [
-         {
-           "name": "audit_what_idx",
-           "elements": [ "what" ]
-         }
        ]
      },
      {
-       "name": "detail",
-       "class": "shop.Detail",
+       "name": "audit",
+       "schema": "log",
+       "class": "shop.Audit",
        "columns": [
          {
            "name": "id",
            "type": "bigint",
-           "notNull": true
+           "notNull": true,
+           "identity": { }
          },
          {
-           "name": "audit_id",
-           "type": "bigint"
+           "name": "what",
+           "type": "text",
+           "notNull": true
          }
        ],
        "constraints": [
          {
-           "name": "detail_audit_id_fkey",
-           "kind": "foreign key",
-           "columns": [ "audit_id" ],
-           "references": "audit",
-           "referencedColumns": [ "id" ]
-         },
-         {
-           "name": "detail_pkey",
+           "name": "audit_pkey",
            "kind": "primary key",
            "columns": [ "id" ]
          }
+       ],
+       "indexes": [
+         {
+           "name": "audit_what_idx",
+           "elements": [ "what" ]
+         }
        ]
      }

== messages after ==
Audit.java:1: warning: [lockstep:RenameDone] renamedFrom = "audit" of table "log.audit" changes nothing and can go

== rows after ==
SELECT * FROM log.audit;
1 | signed in
