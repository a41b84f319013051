A text of no length

== after ==
-- T.java
@Table class T { @Id long id; @Column(type = "varchar(0)") String a; }

== messages ==
T.java:1: error: [lockstep:TypeModifier] column "a" of table "t" is of type varchar(0), but varchar takes a length of 1 to 10485760
      write: @Column(type = "varchar(1)")

== fix write: @Column(type = "varchar(1)") ==
T.java: varchar(0) => varchar(1)
