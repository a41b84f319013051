Markers of a conflict were committed, and the file is in conflict again

== before ==
-- User.java
@Table class User { @Id long id; }

== theirs ==
User.java: long id; => long id; String theirs;

== ours ==
-- Order.java
@Table class Order { @Id long id; }

== after ==
migrations/schema.json: <<<<<<< HEAD\n => <<<<<<< HEAD\n<<<<<<< HEAD\n

== messages ==
error: [lockstep:SnapshotConflict] shop/migrations/schema.json:5: a conflict begins inside another: its markers were committed, and it is in conflict again
      take one side: git checkout --ours -- shop/migrations/schema.json
      then merge all: mvn compile -Dlockstep.migrate="Merge"
