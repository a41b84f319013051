A migration was edited so that it leads elsewhere

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
migrations/M0002_SecondMigration.java: column("name" => column("nick"
migrations/M0002_SecondMigration.java: dropColumn("user", "name") => dropColumn("user", "nick")

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:ReplayDiffers] the migrations up to "M0002_SecondMigration" lead to another schema than schema.json records
      the migrations besides: Add nick to user
      the migrations besides: Drop name from user
      undo the edit of a migration: git checkout HEAD -- shop/migrations/
      keep it: give the model what the migrations say, then mvn compile -Dlockstep.migrate="..." writes schema.json anew
      a step in SQL: say what it does to the schema: schema.sql("...").meaning(effect -> effect.addColumn(...))

== fix the migrations besides: Add nick to user ==
not applicable: says what differs

== fix the migrations besides: Drop name from user ==
not applicable: says what differs

== fix keep it: give the model what the migrations say, then mvn compile -Dlockstep.migrate="..." writes schema.json anew ==
User.java: String name; => String nick;

== fix a step in SQL: say what it does to the schema: schema.sql("...").meaning(effect -> effect.addColumn(...)) ==
migrations/M0002_SecondMigration.java: schema.addColumn("user", column("nick", text())) => schema.sql("ALTER TABLE \"user\" ADD COLUMN name text").meaning(effect -> effect.addColumn("user", column("name", text())))
migrations/M0002_SecondMigration.java: dropColumn("user", "nick") => dropColumn("user", "name")
