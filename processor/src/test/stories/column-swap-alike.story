Swap given and family name

Two columns that are alike but for their names cannot swap them: nothing in the snapshot would tell
afterwards whether they did so already, and a second generate would swap them back.

== before ==
-- Person.java
@Table class Person { @Id long id; String given; String family; }

== after ==
-- Person.java
@Table class Person {
  @Id long id;
  @Column(renamedFrom = "family") String given;
  @Column(renamedFrom = "given") String family;
}

== refused ==
Person.java:4: error: [lockstep:RenameConflict] column "family" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "given"
      swap in two steps, here alone @Column(name = "family_2", renamedFrom = "given"): mvn compile -Dlockstep.migrate="Rename given to family_2"
      then @Column(name = "family", renamedFrom = "family_2"): mvn compile -Dlockstep.migrate="Rename family_2 to family"
Person.java:3: error: [lockstep:RenameConflict] column "given" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "family"
      swap in two steps, here alone @Column(name = "given_2", renamedFrom = "family"): mvn compile -Dlockstep.migrate="Rename family to given_2"
      then @Column(name = "given", renamedFrom = "given_2"): mvn compile -Dlockstep.migrate="Rename given_2 to given"
