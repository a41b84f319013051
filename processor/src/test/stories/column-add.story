Add address to User

A field that is added to a table class becomes a column. One that may be NULL needs no decision:
PostgreSQL adds it at once, whatever the table holds.

== before ==
-- User.java
@Table class User {
  @Id @Identity Long id;
  @Column(length = 80, unique = true, nullable = false) String username;
}

== after ==
-- User.java
@Table class User {
  @Id @Identity Long id;
  @Column(length = 80, unique = true, nullable = false) String username;
  @Column(length = 200) String address;
}

== rows ==
INSERT INTO "user" (username) VALUES ('ada'), ('bob');

== messages ==
User.java:4: error: [lockstep:ColumnAdded] column "address" of table "user" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Add address to user"

== report ==
note: [lockstep:MigrationWritten] migration "M0002_AddAddressToUser" of database "main" was written
      detected: Add address to user
      wrote: shop/migrations/M0002_AddAddressToUser.java
      wrote: shop/migrations/schema.json

== migration ==
package shop.migrations;

import static dev.lockstep.SchemaElements.column;
import static dev.lockstep.SchemaElements.varchar;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Add address to User")
public final class M0002_AddAddressToUser implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.addColumn("user", column("address", varchar(200)));
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropColumn("user", "address");
  }
}

== sql up ==
ALTER TABLE "public"."user" ADD COLUMN "address" varchar(200);

== sql down ==
ALTER TABLE "public"."user" DROP COLUMN "address";

== snapshot ==
    "format": 1,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_AddAddressToUser"
    ],
    "tables": [
...
            "type": "varchar(80)",
            "notNull": true
+         },
+         {
+           "name": "address",
+           "type": "varchar(200)"
          }
        ],

== rows after ==
SELECT id, username, address FROM "user" ORDER BY id;
1 | ada | null
2 | bob | null
