A collation of a number

== after ==
-- T.java
@Table class T { @Id long id; @Column(collation = "de-x-icu") int a; }

== messages ==
T.java:1: error: [lockstep:CollationNotAllowed] column "a" of table "t" has a collation, but is of type integer, not a text
      remove collation, or make it a text: @Column(type = "text")

== fix remove collation, or make it a text: @Column(type = "text") ==
T.java: @Column(collation = "de-x-icu") int => @Column(type = "text", collation = "de-x-icu") String
