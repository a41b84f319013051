A column whose name is too long in UTF-8

== after ==
-- T.java
@Table class T { @Id long id; @Column(name = "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü") String a; }

== messages ==
T.java:1: error: [lockstep:NameTooLong] column "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü" of table "t" has a name of 64 bytes; PostgreSQL keeps 63
      shorten: @Column(name = "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü")

== fix shorten: @Column(name = "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü") ==
T.java: "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü" => "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü"
