The description of the newest migration was edited by hand

== before ==
-- User.java
@Table class User { @Id long id; }

== second ==
User.java: long id; => long id; String name;

== after ==
User.java: String name; => String name; String fax;
migrations/M0002_SecondMigration.java: "Second migration" => "Names for the register"

== options ==
lockstep.amend=Second, better

== messages ==
M0002_SecondMigration.java:11: error: [lockstep:AmendEdited] migration "M0002_SecondMigration" is not as it was generated, and would lose what was written by hand
      keep it, and generate one more: mvn compile -Dlockstep.migrate="..."
      undo the edit: git checkout HEAD -- shop/migrations/M0002_SecondMigration.java
