Two columns that are alike swap their names

== before ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== after ==
-- Person.java
@Table class Person { @Id long id; @Column(renamedFrom = "family") String given; @Column(renamedFrom = "given") String family; }

== messages ==
Person.java:1: error: [lockstep:RenameConflict] column "family" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "given"
      swap in two steps, here alone @Column(name = "family_2", renamedFrom = "given"): mvn compile -Dlockstep.migrate="Rename given to family_2"
      then @Column(name = "family", renamedFrom = "family_2"): mvn compile -Dlockstep.migrate="Rename family_2 to family"
Person.java:1: error: [lockstep:RenameConflict] column "given" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "family"
      swap in two steps, here alone @Column(name = "given_2", renamedFrom = "family"): mvn compile -Dlockstep.migrate="Rename family to given_2"
      then @Column(name = "given", renamedFrom = "given_2"): mvn compile -Dlockstep.migrate="Rename given_2 to given"

== fix not renamed: remove renamedFrom = "given" ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== fix swap in two steps, here alone @Column(name = "family_2", renamedFrom = "given"): mvn compile -Dlockstep.migrate="Rename given to family_2" ==
Person.java: @Column(renamedFrom = "given") => @Column(name = "family_2", renamedFrom = "given")

== fix then @Column(name = "family", renamedFrom = "family_2"): mvn compile -Dlockstep.migrate="Rename family_2 to family" ==
Person.java: @Column(name = "family_2", renamedFrom = "given") => @Column(name = "family", renamedFrom = "family_2")

== fix not renamed: remove renamedFrom = "family" ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== fix swap in two steps, here alone @Column(name = "given_2", renamedFrom = "family"): mvn compile -Dlockstep.migrate="Rename family to given_2" ==
Person.java: @Column(renamedFrom = "family") => @Column(name = "given_2", renamedFrom = "family")

== fix then @Column(name = "given", renamedFrom = "given_2"): mvn compile -Dlockstep.migrate="Rename given_2 to given" ==
Person.java: @Column(name = "given_2", renamedFrom = "family") => @Column(name = "given", renamedFrom = "given_2")
