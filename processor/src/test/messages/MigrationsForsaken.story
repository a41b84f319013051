The package of the migrations was renamed by the annotation alone

== before ==
-- User.java
@Table class User { @Id long id; }

== after ==
-- package-info.java
@dev.lockstep.annotations.Database(migrations = "shop.changes")
package shop;

== messages ==
package-info.java:1: error: [lockstep:MigrationsForsaken] database "main" has no migrations in shop/changes/, but those in shop/migrations/ have its tables and belong to no database
      keep them there: @Database(migrations = "shop.migrations")
      move them: all files of that folder to shop/changes/, and write package shop.changes; in each migration

== fix keep them there: @Database(migrations = "shop.migrations") ==
package-info.java: "shop.changes" => "shop.migrations"

== fix move them: all files of that folder to shop/changes/, and write package shop.changes; in each migration ==
not applicable: MigrationPackagesTest does it
