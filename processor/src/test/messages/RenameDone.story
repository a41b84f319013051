A rename is migrated

== before ==
-- T.java
@Table class T { @Id long id; String b; }

== after ==
T.java: String b; => @Column(renamedFrom = "a") String b;

== messages ==
T.java:1: warning: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" has done its work and can go
