Two branches wrote a migration of one name

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
User.java: long id; => long id; String ours;

== described ==
Add column

== after ==
git: => checkout --ours -- shop/migrations/M0002_AddColumn.java
-- User.java
@Table class User { @Id long id; String ours; String theirs; }

== messages ==
M0002_AddColumn.java:11: error: [lockstep:MigrationTwice] migration "M0002_AddColumn" was written on both branches, and only one file of that name is left
      keep this branch's, after a downgrade of databases that have the other: git checkout HEAD -- shop/migrations/M0002_AddColumn.java shop/migrations/schema.json
      keep the other's, after a downgrade of databases that have this branch's: git checkout --theirs -- shop/migrations/M0002_AddColumn.java shop/migrations/schema.json
      then generate what is missing: mvn compile -Dlockstep.migrate="..."
