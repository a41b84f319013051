A unique column of type json

== after ==
-- T.java
@Table class T { @Id long id; @Column(type = "json", unique = true) String j; }

== messages ==
T.java:1: error: [lockstep:TypeHasNoOrder] unique constraint "t_j_key" of table "t" names column "j", but type json has no order
