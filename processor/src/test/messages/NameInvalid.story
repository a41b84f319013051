A column with an empty name

== after ==
-- T.java
@Table class T { @Id long id; @Column(name = "a\0b") String a; }

== messages ==
T.java:1: error: [lockstep:NameInvalid] column "a\000b" of table "t" has a character in its name that PostgreSQL cannot store
