A migration was edited so that a later one cannot follow

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
migrations/M0002_SecondMigration.java: schema.addColumn("user" => schema.addColumn("users"

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:MigrationBroken] migration "M0002_SecondMigration" cannot follow what is before it: there is no table "users"
      undo the edit, of this or an earlier one: git checkout HEAD -- shop/migrations/
