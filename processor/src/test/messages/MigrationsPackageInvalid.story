The migrations of a @Database in no package

== after ==
-- T.java
@Table class T { @Id long id; }
-- package-info.java
@dev.lockstep.annotations.Database(migrations = "a-b") package shop;

== messages ==
package-info.java:1: error: [lockstep:MigrationsPackageInvalid] "a-b" is not the name of a Java package
      name one: @Database(migrations = "com.example.migrations")
T.java:1: error: [lockstep:TableAdded] table "t" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
error: [lockstep:FileFailed] FilerException: Illegal name a-b.Migrations

== fix name one: @Database(migrations = "com.example.migrations") ==
package-info.java: "a-b" => "com.example.migrations"
