A key without overlaps that ends in no range

== after ==
-- T.java
@Unique(columns = {"b", "a"}, withoutOverlaps = true) @Table class T { @Id long id; int a; int b; }

== messages ==
T.java:1: error: [lockstep:OverlapsType] unique constraint "t_b_a_key" of table "t" is without overlaps, but its last column "a" is of type integer, not a range
      make it one: @Column(type = "int4range")

== fix make it one: @Column(type = "int4range") ==
T.java: int a; => @Column(type = "int4range") String a;
