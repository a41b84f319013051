Two databases keep their migrations in one package

== after ==
-- T.java
@Table class T { @Id long id; }
-- archive/package-info.java
@dev.lockstep.annotations.Database(name = "archive", migrations = "shop.migrations") package shop.archive;
-- archive/U.java
package shop.archive;
@dev.lockstep.annotations.Table class U { long id; }

== messages ==
package-info.java:1: error: [lockstep:MigrationsPackageTaken] package shop.migrations has the migrations of the @Database of package shop already
      name another: @Database(migrations = "shop.migrations2")
T.java:1: error: [lockstep:TableAdded] table "t" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
U.java:2: error: [lockstep:TableAdded] table "u" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
error: [lockstep:FileFailed] FilerException: Attempt to recreate a file for type shop.migrations.Migrations

== fix name another: @Database(migrations = "shop.migrations2") ==
archive/package-info.java: "shop.migrations" => "shop.migrations2"
