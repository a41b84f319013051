A migration names itself as its parent

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String nick;

== after ==
migrations/M0002_SecondMigration.java: parents = "M0001_InitialMigration" => parents = "M0002_SecondMigration"

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:MigrationInvalid] migration "M0002_SecondMigration" names itself as its parent
      undo the edit: git checkout HEAD -- shop/migrations/M0002_SecondMigration.java
      name what comes right before it: parents = "M0001_InitialMigration"

== fix name what comes right before it: parents = "M0001_InitialMigration" ==
migrations/M0002_SecondMigration.java: parents = "M0002_SecondMigration" => parents = "M0001_InitialMigration"
