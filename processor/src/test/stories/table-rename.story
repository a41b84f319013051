Rename User to Account

A table class that got another name says so with renamedFrom, and the table keeps its rows. Its
constraints and indexes keep their names: they are the table's own, whatever PostgreSQL would call
new ones, and the snapshot remembers them.

== before ==
-- User.java
@Table class User {
  @Id @Identity Long id;
  @Column(unique = true, nullable = false) String email;
  @References User invitedBy;
  @Index String city;
}
-- Login.java
@Table class Login { @Id long id; @References User user; }

== after ==
-- User.java is deleted
-- Account.java
@Table(renamedFrom = "user") class Account {
  @Id @Identity Long id;
  @Column(unique = true, nullable = false) String email;
  @References Account invitedBy;
  @Index String city;
}
-- Login.java
@Table class Login { @Id long id; @References Account user; }

== rows ==
INSERT INTO "user" (email) VALUES ('ada@example.com');
INSERT INTO login VALUES (1, 1);

== messages ==
Account.java:1: error: [lockstep:TableRenamed] table "user" is named "account" now, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Rename table user to account"

== migration ==
package shop.migrations;

import static dev.lockstep.Phase.CONTRACT;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Rename User to Account", phase = CONTRACT)
public final class M0002_RenameUserToAccount implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.renameTable("user", "account");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.renameTable("account", "user");
  }
}

== sql up ==
ALTER TABLE "public"."user" RENAME TO "account";

== sql down ==
ALTER TABLE "public"."account" RENAME TO "user";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_RenameUserToAccount"
    ],
    "tables": [
      {
-       "name": "login",
-       "class": "shop.Login",
-       "columns": [
-         {
-           "name": "id",
-           "type": "bigint",
-           "notNull": true
-         },
-         {
-           "name": "user_id",
-           "type": "bigint"
-         }
-       ],
-       "constraints": [
-         {
-           "name": "login_pkey",
-           "kind": "primary key",
-           "columns": [ "id" ]
-         },
-         {
-           "name": "login_user_id_fkey",
-           "kind": "foreign key",
-           "columns": [ "user_id" ],
-           "references": "user",
-           "referencedColumns": [ "id" ]
-         }
-       ]
-     },
-     {
-       "name": "user",
-       "class": "shop.User",
+       "name": "account",
+       "class": "shop.Account",
        "columns": [
          {
...
            "kind": "foreign key",
            "columns": [ "invited_by_id" ],
-           "references": "user",
+           "references": "account",
            "referencedColumns": [ "id" ]
          },
...
          }
        ]
+     },
+     {
+       "name": "login",
+       "class": "shop.Login",
+       "columns": [
+         {
+           "name": "id",
+           "type": "bigint",
+           "notNull": true
+         },
+         {
+           "name": "user_id",
+           "type": "bigint"
+         }
+       ],
+       "constraints": [
+         {
+           "name": "login_pkey",
+           "kind": "primary key",
+           "columns": [ "id" ]
+         },
+         {
+           "name": "login_user_id_fkey",
+           "kind": "foreign key",
+           "columns": [ "user_id" ],
+           "references": "account",
+           "referencedColumns": [ "id" ]
+         }
+       ]
      }
    ]

== messages after ==
Account.java:1: warning: [lockstep:RenameDone] renamedFrom = "user" of table "account" has done its work and can go

== rows after ==
SELECT * FROM account;
1 | ada@example.com | null | null

SELECT * FROM login;
1 | 1
