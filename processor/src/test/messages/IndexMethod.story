A unique index of a method that cannot be

== after ==
-- T.java
@Table class T { @Id long id; @Index(unique = true, method = "gin") int a; }

== messages ==
T.java:1: error: [lockstep:IndexMethod] index "t_a_idx" of table "t" is of method gin, which cannot be unique
      index by another: method = "btree"

== fix index by another: method = "btree" ==
T.java: method = "gin" => method = "btree"
