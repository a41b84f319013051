A migration declares another package than that of its folder

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
migrations/M0001_InitialMigration.java: package shop.migrations; => package old.migrations;

== messages ==
error: [lockstep:MigrationMoved] migration "M0001_InitialMigration" is in shop/migrations/, but declares package old.migrations
      the folder is right: write package shop.migrations; in shop/migrations/M0001_InitialMigration.java
      the package is right: @Database(migrations = "old.migrations") and move the folder

== fix the folder is right: write package shop.migrations; in shop/migrations/M0001_InitialMigration.java ==
migrations/M0001_InitialMigration.java: package old.migrations; => package shop.migrations;

== fix the package is right: @Database(migrations = "old.migrations") and move the folder ==
not applicable: the edit of the story is a slip, and its folder is right
