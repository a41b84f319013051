Two packages each with a @Database, both named main

== after ==
-- T.java
@Table class T { @Id long id; }
-- archive/package-info.java
@dev.lockstep.annotations.Database package shop.archive;
-- archive/U.java
package shop.archive;
@dev.lockstep.annotations.Table class U { long id; }

== messages ==
package-info.java:1: error: [lockstep:DatabaseNameTaken] the @Database of package shop is named "main" too
      name this one: @Database(name = "main2")
T.java:1: error: [lockstep:TableAdded] table "t" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"
U.java:2: error: [lockstep:TableAdded] table "u" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix name this one: @Database(name = "main2") ==
archive/package-info.java: Database package => Database(name = "main2") package
