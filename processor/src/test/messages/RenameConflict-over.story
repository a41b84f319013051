A column takes the name of one that goes

== before ==
-- T.java
@Table class T { @Id long id; String a; String b; }

== after ==
T.java: String a; String b; => @Column(renamedFrom = "b") String a;

== messages ==
T.java:1: error: [lockstep:RenameConflict] column "a" of table "t" is renamed from "b", but both are recorded
      not renamed: remove renamedFrom = "b"
      drop the old a first, here @Column(name = "b"): mvn compile -Dlockstep.migrate="Drop a" -Dlockstep.accept=data-loss:t.a
      then @Column(name = "a", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a"

== fix not renamed: remove renamedFrom = "b" ==
T.java: @Column(renamedFrom = "b") String a; => String a; String b;

== fix drop the old a first, here @Column(name = "b"): mvn compile -Dlockstep.migrate="Drop a" -Dlockstep.accept=data-loss:t.a ==
T.java: @Column(renamedFrom = "b") => @Column(name = "b")

== fix then @Column(name = "a", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a" ==
T.java: @Column(name = "b") => @Column(name = "a", renamedFrom = "b")
