Two branches were merged, and a marker of the conflict deleted

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
migrations/schema.json: <<<<<<< HEAD\n =>

== messages ==
error: [lockstep:SnapshotConflict] shop/migrations/schema.json:7: the file is in a merge conflict whose markers were edited: a conflict ends that has not begun
      bring the conflict back: git checkout --merge -- shop/migrations/schema.json
