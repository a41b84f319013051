The newest migration is part of a squash

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== squash ==
M0002

== after ==
User.java: String name; => String name; String fax;

== options ==
lockstep.amend=Second, better

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:AmendSquashed] migration "M0002_SecondMigration" is one that "M0002_Squash" stands for, so it stays as it is
      one more migration: mvn compile -Dlockstep.migrate="..."
