The model is as it was before the newest migration

== before ==
-- User.java
@Table class User { @Id long id; }

== uncommitted ==
User.java: long id; => long id; String name;

== after ==
User.java: long id; String name; => long id;

== options ==
lockstep.amend=Nothing

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:AmendEmpty] the model is as it was before migration "M0002_SecondMigration", so nothing would be left of it
      committed already, so undo it by one more: mvn compile -Dlockstep.migrate="Undo Second migration" -Dlockstep.accept=data-loss:user.name
      not committed yet: rm shop/migrations/M0002_SecondMigration.java
      and take schema.json back: git checkout HEAD -- shop/migrations/schema.json

== fix and take schema.json back: git checkout HEAD -- shop/migrations/schema.json ==
options: lockstep.amend=Nothing =>
