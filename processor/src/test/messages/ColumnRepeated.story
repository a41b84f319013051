A key that names a column twice

== after ==
-- T.java
@Unique(columns = {"a", "a"}) @Table class T { @Id long id; int a; }

== messages ==
T.java:1: error: [lockstep:ColumnRepeated] unique constraint "t_a_a1_key" of table "t" names column "a" twice
      name it once: columns = {"a"}

== fix name it once: columns = {"a"} ==
T.java: columns = {"a", "a"} => columns = {"a"}
