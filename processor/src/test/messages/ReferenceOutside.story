A key to a table of another database

== after ==
-- T.java
@Table class T { @References(shop.archive.O.class) Long o; }
-- archive/package-info.java
@dev.lockstep.annotations.Database(name = "archive") package shop.archive;
-- archive/O.java
package shop.archive;
@dev.lockstep.annotations.Table public class O { @dev.lockstep.annotations.Id long id; }

== messages ==
T.java:1: error: [lockstep:ReferenceOutside] table class shop.archive.O belongs to another @Database, "archive"
      keep the key without a foreign key: no @References
O.java:2: error: [lockstep:TableAdded] table "o" is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Initial migration"

== fix keep the key without a foreign key: no @References ==
T.java: @References(shop.archive.O.class) Long => Long
