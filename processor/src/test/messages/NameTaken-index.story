An index with the name of a table

== after ==
-- A.java
@Table class A { @Id long id; }
-- B.java
@Table class B { @Id long id; @Index(name = "a") int c; }

== messages ==
B.java:1: error: [lockstep:NameTaken] index "a" of table "b" has the name of table "a"
      rename: name = "a_2"

== fix rename: name = "a_2" ==
B.java: name = "a" => name = "a_2"
