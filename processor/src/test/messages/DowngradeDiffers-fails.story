The downgrade of a migration names a column that is not there

== before ==
-- User.java
@Table class User { @Id long id; String name; }

== second ==
User.java: String name; => String name; String nick;

== after ==
migrations/M0002_SecondMigration.java: dropColumn("user", "nick") => dropColumn("user", "nic")

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:DowngradeDiffers] the downgrade of migration "M0002_SecondMigration" fails after its upgrade: table "user" has no column "nic"
      undo the edit: git checkout HEAD -- shop/migrations/M0002_SecondMigration.java
      or say in SQL how it goes back, which is not judged: schema.sql("...")

== fix or say in SQL how it goes back, which is not judged: schema.sql("...") ==
migrations/M0002_SecondMigration.java: schema.dropColumn("user", "nic") => schema.sql("ALTER TABLE \"user\" DROP COLUMN nick")
