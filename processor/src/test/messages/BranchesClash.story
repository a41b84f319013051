Two branches change one column differently

== before ==
-- User.java
@Table class User { @Id long id; String name; }

== theirs ==
User.java: String name; => @Column(comment = "theirs") String name;

== ours ==
User.java: String name; => @Column(comment = "ours") String name;

== after ==
-- User.java
@Table class User { @Id long id; @Column(comment = "ours") String name; }

== messages ==
M0002_Ours.java:8: error: [lockstep:BranchesClash] migration "M0002_Ours" and migration "M0002_Theirs" of another branch do not commute: each undoes the other's: Change comment of name in user
      keep this one, after a downgrade of databases that have the other: rm shop/migrations/M0002_Theirs.java
      then its side of schema.json: git checkout --ours -- shop/migrations/schema.json
      then, if something is missing still: mvn compile -Dlockstep.migrate="..."
M0002_Theirs.java:8: error: [lockstep:BranchesClash] migration "M0002_Theirs" and migration "M0002_Ours" of another branch do not commute: each undoes the other's: Change comment of name in user
      keep this one, after a downgrade of databases that have the other: rm shop/migrations/M0002_Ours.java
      then its side of schema.json: git checkout --theirs -- shop/migrations/schema.json
      then, if something is missing still: mvn compile -Dlockstep.migrate="..."
