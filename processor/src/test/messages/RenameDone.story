A rename is migrated

== before ==
-- T.java
@Table class T { @Id long id; String a; }

== second ==
T.java: String a; => @Column(renamedFrom = "a") String b;

== messages ==
T.java:1: warning: [lockstep:RenameDone] renamedFrom = "a" of column "b" of table "t" has done its work and can go
