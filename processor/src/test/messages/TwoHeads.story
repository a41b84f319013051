Two branches were merged, and one side of the snapshot taken

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
git: => checkout --ours -- shop/migrations/schema.json

== messages ==
M0002_Theirs.java:11: error: [lockstep:TwoHeads] migrations "M0002_Ours" and "M0002_Theirs" have both come last, on two branches
      merge them: mvn compile -Dlockstep.migrate="Merge"
