Two migrations are each other's parents

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
migrations/M0001_InitialMigration.java: @Revision( => @Revision(parents = "M0002_SecondMigration",

== messages ==
M0001_InitialMigration.java:12: error: [lockstep:MigrationCycle] migrations "M0001_InitialMigration" and "M0002_SecondMigration" wait for each other
      restore their parents: git checkout HEAD -- shop/migrations/
