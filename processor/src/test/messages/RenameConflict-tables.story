Two tables swap their names, and a column of one has another

== before ==
-- A.java
@Table class A { @Id long id; String x; }
-- B.java
@Table class B { @Id long id; Integer y; }

== after ==
-- A.java
@Table(renamedFrom = "b") class A { @Id long id; Integer z; }
-- B.java
@Table(renamedFrom = "a") class B { @Id long id; String x; }

== messages ==
A.java:1: error: [lockstep:RenameConflict] table "a" swaps names and changes besides, so that nothing tells whether it swapped already
      not renamed: remove renamedFrom = "b"
      swap in two steps, here alone @Table(name = "a_2", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a_2"
      then @Table(name = "a", renamedFrom = "a_2"): mvn compile -Dlockstep.migrate="Rename a_2 to a"
B.java:1: error: [lockstep:RenameConflict] table "b" swaps names and changes besides, so that nothing tells whether it swapped already
      not renamed: remove renamedFrom = "a"
      swap in two steps, here alone @Table(name = "b_2", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b_2"
      then @Table(name = "b", renamedFrom = "b_2"): mvn compile -Dlockstep.migrate="Rename b_2 to b"

== fix not renamed: remove renamedFrom = "b" ==
-- A.java
@Table class A { @Id long id; String x; }
-- B.java
@Table class B { @Id long id; Integer y; }

== fix swap in two steps, here alone @Table(name = "a_2", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a_2" ==
A.java: @Table(renamedFrom = "b") class A { @Id long id; Integer z; => @Table(name = "a_2", renamedFrom = "b") class A { @Id long id; @Column(renamedFrom = "y") Integer z;

== fix then @Table(name = "a", renamedFrom = "a_2"): mvn compile -Dlockstep.migrate="Rename a_2 to a" ==
A.java: @Table(name = "a_2", renamedFrom = "b") => @Table(name = "a", renamedFrom = "a_2")

== fix not renamed: remove renamedFrom = "a" ==
-- A.java
@Table class A { @Id long id; String x; }
-- B.java
@Table class B { @Id long id; Integer y; }

== fix swap in two steps, here alone @Table(name = "b_2", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b_2" ==
A.java: Integer z; => @Column(renamedFrom = "y") Integer z;
B.java: @Table(renamedFrom = "a") => @Table(name = "b_2", renamedFrom = "a")

== fix then @Table(name = "b", renamedFrom = "b_2"): mvn compile -Dlockstep.migrate="Rename b_2 to b" ==
B.java: @Table(name = "b_2", renamedFrom = "a") => @Table(name = "b", renamedFrom = "b_2")
