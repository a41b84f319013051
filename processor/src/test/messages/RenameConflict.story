Two columns say that they were the same one

== before ==
-- T.java
@Table class T { @Id long id; String a; }

== after ==
T.java: String a; => @Column(renamedFrom = "a") String b; @Column(renamedFrom = "a") String c;

== messages ==
T.java:1: error: [lockstep:RenameConflict] column "b" of table "t" is renamed from "a", and so is column "c"
      not renamed: remove renamedFrom = "a"
T.java:1: error: [lockstep:RenameConflict] column "c" of table "t" is renamed from "a", and so is column "b"
      not renamed: remove renamedFrom = "a"

== fix not renamed: remove renamedFrom = "a" ==
T.java: @Column(renamedFrom = "a") String c; => String c;
