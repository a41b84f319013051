Two columns pass their names on, and the first name comes back with another

== before ==
-- T.java
@Table class T { @Id long id; String a; String b; }

== after ==
T.java: String a; String b; => String a; @Column(renamedFrom = "a") String b; @Column(renamedFrom = "b") String c;

== messages ==
T.java:1: error: [lockstep:RenameConflict] column "b" of table "t" is renamed from "a", which the model still has
      not renamed: remove renamedFrom = "a"
      in two steps first leave the new one out: mvn compile -Dlockstep.migrate="Rename a to b"
      then bring it with no rename left: mvn compile -Dlockstep.migrate="Add a"

== fix not renamed: remove renamedFrom = "a" ==
T.java: @Column(renamedFrom = "a") String b; @Column(renamedFrom = "b") String c; => String b; String c;

== fix in two steps first leave the new one out: mvn compile -Dlockstep.migrate="Rename a to b" ==
T.java: String a; @Column => @Column

== fix then bring it with no rename left: mvn compile -Dlockstep.migrate="Add a" ==
T.java: long id; @Column(renamedFrom = "a") String b; @Column(renamedFrom = "b") => long id; String a; String b;
