A migration was edited, and the model with it

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
migrations/M0002_SecondMigration.java: column("name" => column("nick"
migrations/M0002_SecondMigration.java: dropColumn("user", "name") => dropColumn("user", "nick")
User.java: String name; => String nick;

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:ReplayDiffers] the migrations up to "M0002_SecondMigration" lead to another schema than schema.json records
      the migrations besides: Add nick to user
      the migrations besides: Drop name from user
      undo the edit of a migration: git checkout HEAD -- shop/migrations/
      keep it, since the model says the same: mvn compile -Dlockstep.migrate="..." writes schema.json anew
      a step in SQL: say what it does to the schema: schema.sql("...").meaning(effect -> effect.addColumn(...))

== fix the migrations besides: Add nick to user ==
not applicable: says what differs

== fix the migrations besides: Drop name from user ==
not applicable: says what differs

== fix a step in SQL: say what it does to the schema: schema.sql("...").meaning(effect -> effect.addColumn(...)) ==
not applicable: as in the story without the model

== fix undo the edit of a migration: git checkout HEAD -- shop/migrations/ ==
options: => lockstep.accept=data-loss
