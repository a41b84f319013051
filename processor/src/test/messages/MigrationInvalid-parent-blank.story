A migration names a parent without a name

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String nick;

== after ==
migrations/M0002_SecondMigration.java: parents = "M0001_InitialMigration" => parents = ""

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:MigrationInvalid] migration "M0002_SecondMigration" names a parent without a name
      undo the edit: git checkout HEAD -- shop/migrations/M0002_SecondMigration.java
      name what comes right before it: parents = "M0001_InitialMigration"

== fix name what comes right before it: parents = "M0001_InitialMigration" ==
migrations/M0002_SecondMigration.java: parents = "" => parents = "M0001_InitialMigration"
