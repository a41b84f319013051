The downgrade of a migration was edited

== before ==
-- User.java
@Table class User { @Id long id; String name; }

== second ==
User.java: String name; => String name; String nick;

== after ==
migrations/M0002_SecondMigration.java: dropColumn("user", "nick") => dropColumn("user", "name")

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:DowngradeDiffers] the downgrade of migration "M0002_SecondMigration" does not lead back to what was before it
      what would differ then: Add nick to user, Drop name from user
      undo the edit: git checkout HEAD -- shop/migrations/M0002_SecondMigration.java
      or say in SQL how it goes back, which is not judged: schema.sql("...")

== fix what would differ then: Add nick to user, Drop name from user ==
not applicable: says what differs

== fix or say in SQL how it goes back, which is not judged: schema.sql("...") ==
migrations/M0002_SecondMigration.java: schema.dropColumn("user", "name") => schema.sql("ALTER TABLE \"user\" DROP COLUMN nick")
