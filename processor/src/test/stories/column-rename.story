Rename email to address

A field that got another name says so with renamedFrom. All that mentions the column follows by
itself in PostgreSQL, under the names that it has. When the migration is written, the hint has done
its work.

== before ==
-- User.java
@Index(columns = "(lower(email))")
@Table class User {
  @Id long id;
  @Column(unique = true, nullable = false) @Check("email like '%@%'") String email;
}
-- Login.java
@Table class Login {
  @Id long id;
  @References(value = User.class, column = "email") String email;
}

== after ==
-- User.java
@Index(columns = "(lower(address))")
@Table class User {
  @Id long id;
  @Column(unique = true, nullable = false, renamedFrom = "email")
  @Check("address like '%@%'")
  String address;
}
-- Login.java
@Table class Login {
  @Id long id;
  @References(value = User.class, column = "address") String email;
}

== rows ==
INSERT INTO "user" VALUES (1, 'ada@example.com');
INSERT INTO login VALUES (1, 'ada@example.com');

== messages ==
User.java:6: error: [lockstep:ColumnRenamed] column "email" of table "user" is named "address" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename email of user to address"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename email to address", phase = CONTRACT)
public final class M0002_RenameEmailToAddress implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameColumn("user", "email", "address");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameColumn("user", "address", "email");
  }
}

== sql up ==
ALTER TABLE "public"."user" RENAME COLUMN "email" TO "address";

== sql down ==
ALTER TABLE "public"."user" RENAME COLUMN "address" TO "email";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RenameEmailToAddress"
    ],
    "tables": [
...
            "columns": [ "email" ],
            "references": "user",
-           "referencedColumns": [ "email" ]
+           "referencedColumns": [ "address" ]
          },
          {
...
          },
          {
-           "name": "email",
+           "name": "address",
            "type": "text",
            "notNull": true
...
            "name": "user_email_check",
            "kind": "check",
-           "expression": "email like '%@%'"
+           "expression": "address like '%@%'"
          },
          {
            "name": "user_email_key",
            "kind": "unique",
-           "columns": [ "email" ]
+           "columns": [ "address" ]
          },
          {
...
          {
            "name": "user_lower_idx",
-           "elements": [ "(lower(email))" ]
+           "elements": [ "(lower(address))" ]
          }
        ]

== messages after ==
User.java:4: warning: [lockstep:RenameDone] renamedFrom = "email" of column "address" of table "user" has done its work and can go

== rows after ==
SELECT * FROM "user";
1 | ada@example.com
