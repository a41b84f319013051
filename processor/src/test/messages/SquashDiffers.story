A squash was edited

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== squash ==
M0002

== after ==
migrations/M0002_Squash.java: column("name" => column("nick"

== messages ==
M0002_Squash.java:15: error: [lockstep:SquashDiffers] squash "M0002_Squash" does not lead to what the migrations lead to that it stands for
      delete it, and write it anew: mvn compile -Dlockstep.squash=M0002_SecondMigration

== fix delete it, and write it anew: mvn compile -Dlockstep.squash=M0002_SecondMigration ==
-- migrations/M0002_Squash.java is deleted
