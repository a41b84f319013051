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
      swap by hand then: mvn compile -Dlockstep.migrate="Swap names" -Dlockstep.empty=true
Person.java:3: error: [lockstep:RenameConflict] column "given" of table "person" swaps names with one that is alike, so that nothing would tell whether it swapped already
      not renamed: remove renamedFrom = "family"
      swap by hand then: mvn compile -Dlockstep.migrate="Swap names" -Dlockstep.empty=true
