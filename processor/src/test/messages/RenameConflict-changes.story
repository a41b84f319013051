Two columns swap their names, and change besides

== before ==
-- T.java
@Table class T { @Id long id; Integer a; @Column(type = "varchar(20)") String b; }

== after ==
-- T.java
@Table class T { @Id long id; @Column(renamedFrom = "b") String a; @Column(renamedFrom = "a") Integer b; }

== messages ==
T.java:1: error: [lockstep:RenameConflict] column "a" of table "t" swaps names and changes besides, so that nothing tells whether it swapped already
      not renamed: remove renamedFrom = "b"
      swap in two steps, here alone @Column(name = "a_2", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a_2"
      then @Column(name = "a", renamedFrom = "a_2"): mvn compile -Dlockstep.migrate="Rename a_2 to a"
T.java:1: error: [lockstep:RenameConflict] column "b" of table "t" swaps names and changes besides, so that nothing tells whether it swapped already
      not renamed: remove renamedFrom = "a"
      swap in two steps, here alone @Column(name = "b_2", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b_2"
      then @Column(name = "b", renamedFrom = "b_2"): mvn compile -Dlockstep.migrate="Rename b_2 to b"

== fix not renamed: remove renamedFrom = "b" ==
-- T.java
@Table class T { @Id long id; Integer a; @Column(type = "varchar(20)") String b; }

== fix swap in two steps, here alone @Column(name = "a_2", renamedFrom = "b"): mvn compile -Dlockstep.migrate="Rename b to a_2" ==
T.java: @Column(renamedFrom = "b") => @Column(name = "a_2", renamedFrom = "b")

== fix then @Column(name = "a", renamedFrom = "a_2"): mvn compile -Dlockstep.migrate="Rename a_2 to a" ==
T.java: @Column(name = "a_2", renamedFrom = "b") => @Column(name = "a", renamedFrom = "a_2")

== fix not renamed: remove renamedFrom = "a" ==
-- T.java
@Table class T { @Id long id; Integer a; @Column(type = "varchar(20)") String b; }

== fix swap in two steps, here alone @Column(name = "b_2", renamedFrom = "a"): mvn compile -Dlockstep.migrate="Rename a to b_2" ==
T.java: @Column(renamedFrom = "a") => @Column(name = "b_2", renamedFrom = "a")

== fix then @Column(name = "b", renamedFrom = "b_2"): mvn compile -Dlockstep.migrate="Rename b_2 to b" ==
T.java: @Column(name = "b_2", renamedFrom = "a") => @Column(name = "b", renamedFrom = "b_2")
